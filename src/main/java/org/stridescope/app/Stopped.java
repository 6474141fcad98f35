package org.stridescope.app;

/** The user stopped the work; {@link Interrupt} has said so already. */
final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What a shell reports for a program ended by Ctrl-C. */
    static final int EXIT_CODE = 130;
}
