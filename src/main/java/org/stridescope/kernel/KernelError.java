package org.stridescope.kernel;

/** A distance matrix that can't be computed as asked; the message is for the person who asked. */
public final class KernelError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KernelError(String message) {
        super(message);
    }

    public KernelError(String message, Throwable cause) {
        super(message, cause);
    }
}
