package org.stridescope.app;

/** The call is wrong: one sentence that says what, where, and what would be right. The program leaves with 2. */
public final class CallError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CallError(String message) {
        super(message);
    }

    public CallError(String message, Throwable cause) {
        super(message, cause);
    }
}
