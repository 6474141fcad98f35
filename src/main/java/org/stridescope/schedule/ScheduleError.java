package org.stridescope.schedule;

import org.jspecify.annotations.Nullable;

import org.stridescope.graph.Key;

/** A run of a graph that came to no result; the message is for the person who asked for it. */
public final class ScheduleError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What ended the run. */
    public enum Reason {
        /** A task threw. */
        TASK,
        /** A task took longer than it may. */
        TIME_LIMIT,
        /** Someone asked it to stop. */
        CANCELLED,
        /** Workers that could not be started or replaced. */
        WORKERS,
        /** A value or an operation that cannot go where it would have to. */
        NOT_PORTABLE
    }

    private final Reason reason;
    private final transient @Nullable Key key;

    public ScheduleError(Reason reason, @Nullable Key key, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.key = key;
    }

    public ScheduleError(Reason reason, String message) {
        this(reason, null, message, null);
    }

    public Reason reason() {
        return reason;
    }

    /** The task that failed; null where no one task did. */
    public @Nullable Key key() {
        return key;
    }
}
