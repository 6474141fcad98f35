/** Workers that are processes: light JVMs, told what to run by pipes, given arrays by memory-mapped files. */
@NullMarked
package org.stridescope.schedule.process;

import org.jspecify.annotations.NullMarked;
