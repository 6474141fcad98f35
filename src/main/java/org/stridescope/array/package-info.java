/** Arrays as a layout (shape, strides in bytes, offset) over a run of bytes outside the heap. Knows nothing above it. */
@NullMarked
package org.stridescope.array;

import org.jspecify.annotations.NullMarked;
