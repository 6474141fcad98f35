/** Lessons about threads: schedules, false sharing, oversubscription. Each runs once and returns what a pane paints. */
@NullMarked
package org.stridescope.kernel.threads;

import org.jspecify.annotations.NullMarked;
