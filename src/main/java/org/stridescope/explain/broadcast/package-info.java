/** Operations on several arrays, explained item by item: broadcasting, einsum, SIMD lanes. */
@NullMarked
package org.stridescope.explain.broadcast;

import org.jspecify.annotations.NullMarked;
