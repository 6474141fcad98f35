/** The program: its commands, its start, and the wiring of everything below. The only place that prints. */
@NullMarked
package org.stridescope.app;

import org.jspecify.annotations.NullMarked;
