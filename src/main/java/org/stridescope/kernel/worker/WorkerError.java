package org.stridescope.kernel.worker;

/** A kernel that ended its worker process, or could not be run in one; the message says what happened and where. */
public final class WorkerError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WorkerError(String message) {
        super(message);
    }

    public WorkerError(String message, Throwable cause) {
        super(message, cause);
    }
}
