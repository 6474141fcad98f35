/** Distance matrices, one class a variant, all run tile by tile. */
@NullMarked
package org.stridescope.kernel;

import org.jspecify.annotations.NullMarked;
