/** Where threads are met by source line: Java, C and Fortran in one table. */
@NullMarked
package org.stridescope.probe.lines;

import org.jspecify.annotations.NullMarked;
