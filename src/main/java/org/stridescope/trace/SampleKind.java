package org.stridescope.trace;

/** What a stack sample counts, and so the unit of its weight. */
public enum SampleKind {
    /** Nanoseconds of CPU time. */
    CPU,
    /** Bytes allocated in the Java heap. */
    ALLOCATION,
    /** Nanoseconds waited for a lock. */
    LOCK
}
