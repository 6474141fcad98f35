/** The course's exercises beside the distance matrix: the matrix product in Fortran, and what the trick costs in digits. */
@NullMarked
package org.stridescope.kernel.exercise;

import org.jspecify.annotations.NullMarked;
