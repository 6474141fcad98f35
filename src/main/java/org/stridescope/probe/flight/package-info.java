/** Flight recordings (.jfr): ours, those of other JVMs, and files from elsewhere, read as events. */
@NullMarked
package org.stridescope.probe.flight;

import org.jspecify.annotations.NullMarked;
