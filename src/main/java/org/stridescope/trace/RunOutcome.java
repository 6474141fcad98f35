package org.stridescope.trace;

/** How a run ended. */
public enum RunOutcome {
    DONE, CANCELLED, FAILED
}
