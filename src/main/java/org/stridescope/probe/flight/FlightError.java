package org.stridescope.probe.flight;

/** A flight recording that cannot be read, or a program that cannot be recorded: one sentence that says which and why. */
public final class FlightError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FlightError(String message) {
        super(message);
    }

    public FlightError(String message, Throwable cause) {
        super(message, cause);
    }
}
