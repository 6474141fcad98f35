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
    FAILED
}
