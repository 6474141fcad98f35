/** What happened during a run: immutable events on one monotonic clock, gathered live and replayed. */
@NullMarked
package org.stridescope.trace;

import org.jspecify.annotations.NullMarked;
