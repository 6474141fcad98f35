package org.stridescope.app;

/** The call was right but the work failed: one sentence. The program leaves with 1. */
public final class WorkError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WorkError(String message) {
        super(message);
    }

    public WorkError(String message, Throwable cause) {
        super(message, cause);
    }
}
