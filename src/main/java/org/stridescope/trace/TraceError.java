package org.stridescope.trace;

/** A recording that cannot be read or written: one sentence that names the file and says what is wrong with it. */
public final class TraceError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TraceError(String message) {
        super(message);
    }

    public TraceError(String message, Throwable cause) {
        super(message, cause);
    }
}
