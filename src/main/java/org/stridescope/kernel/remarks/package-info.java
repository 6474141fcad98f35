/** Vectorised, or why not: what compilers say of our loops, and the instructions that came out. */
@NullMarked
package org.stridescope.kernel.remarks;

import org.jspecify.annotations.NullMarked;
