/** Where the time goes, by line of source: one table for Java, C, Fortran and scripts. */
@NullMarked
package org.stridescope.explain.lines;

import org.jspecify.annotations.NullMarked;
