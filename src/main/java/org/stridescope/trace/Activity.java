package org.stridescope.trace;

/** What a thread does. */
public enum Activity {
    /** It has a processor. */
    RUNNING,
    /** It could run, and waits for a processor. */
    RUNNABLE,
    /** It waits: for a lock, for work, for a clock. */
    WAITING,
    /** It waits for a device and cannot be interrupted. */
    DISK,
    /** It has ended. */
    ENDED
}
