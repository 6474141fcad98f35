package org.stridescope.schedule;

/** Where a task stands; {@link RunState} says how it gets from one to the next. */
public enum TaskState {
    WAITING, READY, RUNNING, IN_MEMORY, SPILLED, RELEASED, FAILED
}
