/** Elementwise operations, reductions, sorting and the rules of type promotion, as NumPy 1.24 has them. */
@NullMarked
package org.stridescope.ufunc;

import org.jspecify.annotations.NullMarked;
