/** Samplers of threads, memory and collections; what they see goes into a recorder as events. */
@NullMarked
package org.stridescope.probe;

import org.jspecify.annotations.NullMarked;
