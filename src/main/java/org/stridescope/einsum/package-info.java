/** Sums of products over named axes, and matrix products. */
@NullMarked
package org.stridescope.einsum;

import org.jspecify.annotations.NullMarked;
