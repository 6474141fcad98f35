package org.stridescope.kernel;

/** Asked between tiles whether to stop; set once, from any thread. */
public final class Cancellation {
    private volatile boolean cancelled;

    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }
}
