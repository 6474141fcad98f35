/** Recordings for other programs: tables and traces. */
@NullMarked
package org.stridescope.export;

import org.jspecify.annotations.NullMarked;
