/** Decompositions of dense matrices, as rows of doubles: in Java, so that they are there with and without a LAPACK. */
@NullMarked
package org.stridescope.ufunc.matrix;

import org.jspecify.annotations.NullMarked;
