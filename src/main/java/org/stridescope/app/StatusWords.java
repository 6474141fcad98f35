package org.stridescope.app;

import java.io.PrintWriter;

/** What is being done, on one line of standard error that is written over, and only where that is a terminal. */
final class StatusWords implements AutoCloseable {
    private static final int WIDTH = 60;

    private final PrintWriter err;
    private final boolean shown = Progress.isShown();

    StatusWords(PrintWriter err) {
        this.err = err;
    }

    void say(String words) {
        if (!shown)
            return;
        String fitting = words.substring(0, Math.min(WIDTH, words.length()));
        err.print("\r" + fitting + " ".repeat(WIDTH - fitting.length()));
        err.flush();
    }

    /** Wipes the line. */
    @Override
    public void close() {
        if (!shown)
            return;
        err.print("\r" + " ".repeat(WIDTH) + "\r");
        err.flush();
    }
}
