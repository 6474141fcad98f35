package org.stridescope.probe.lines;

/** A profiler that cannot be had here; the message says why. */
final class LineError extends Exception {
    private static final long serialVersionUID = 1L;

    LineError(String message, Throwable cause) {
        super(message, cause);
    }
}
