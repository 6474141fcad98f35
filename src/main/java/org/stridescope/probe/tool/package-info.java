/** What systems without /proc tell of a process by programs of theirs, as one long-lived child tells it once a second. */
@NullMarked
package org.stridescope.probe.tool;

import org.jspecify.annotations.NullMarked;
