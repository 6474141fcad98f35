package org.stridescope.ffi;

/** A library that is there but is not the one we were built with: a symbol or its version does not fit. */
public final class NativeError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NativeError(String message) {
        super(message);
    }
}
