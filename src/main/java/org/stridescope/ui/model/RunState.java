package org.stridescope.ui.model;

/** A variant's state at a moment, with its mark: colour never says it alone. */
public enum RunState {
    WAITING("\u25cb", "waiting"), WARMING_UP("\u25c7", "warming up"), NOT_RUN("\u2013",
            "not run"), RUNNING("\u25b6", "running"), DONE("\u25cf", "done"), CANCELLED("\u25a0",
                    "cancelled"), FAILED("\u2715", "failed");

    private final String mark;
    private final String word;

    RunState(String mark, String word) {
        this.mark = mark;
        this.word = word;
    }

    public String mark() {
        return mark;
    }

    public String word() {
        return word;
    }
}
