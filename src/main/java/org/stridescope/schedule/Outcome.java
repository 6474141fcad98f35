package org.stridescope.schedule;

import org.jspecify.annotations.Nullable;

/** What became of a task: a result, or a failure. */
record Outcome(@Nullable Object result, @Nullable Throwable failure, long startNano, long endNano, long transferNanos,
        long movedBytes) {
    /** Stands for the failure of a worker, not of the task. */
    static final Throwable LOST = new Throwable("the worker is gone", null, false, false) {
        private static final long serialVersionUID = 1L;
    };

    boolean isLost() {
        return failure == LOST;
    }
}
