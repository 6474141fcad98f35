/** Task graphs run: one scheduling loop, whose workers are this thread's, many threads, or many processes. */
@NullMarked
package org.stridescope.schedule;

import org.jspecify.annotations.NullMarked;
