/** Painters of scenes into files. They need no display. */
@NullMarked
package org.stridescope.export.paint;

import org.jspecify.annotations.NullMarked;
