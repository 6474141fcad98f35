package org.stridescope.trace;

/** Where a task of a graph stands. A task that goes back from {@link #RUNNING} to {@link #READY} is tried again. */
public enum TaskState {
    /** Some of its dependencies are not done. */
    WAITING,
    /** It could run, and waits for a worker. */
    READY,
    /** A worker runs it. */
    RUNNING,
    /** Its result is there. */
    DONE,
    /** Its result was there and is needed no more. */
    RELEASED,
    /** It threw, or its worker was lost for good. */
    FAILED,
    /** Its result is there, on disk, because memory was short; {@link #DONE} again when it comes back. */
    SPILLED;

    /** For a person. */
    public String word() {
        return switch (this) {
            case WAITING -> "waiting";
            case READY -> "ready";
            case RUNNING -> "running";
            case DONE -> "done, result held";
            case SPILLED -> "done, result on disk";
            case RELEASED -> "done, result let go";
            case FAILED -> "failed";
        };
    }

    /** Whether the task has run to its end, wherever its result is now. */
    public boolean isDone() {
        return this == DONE || this == SPILLED || this == RELEASED;
    }
}
