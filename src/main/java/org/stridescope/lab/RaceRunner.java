package org.stridescope.lab;

/** Starts races; the only way in which the window starts work off its own thread. One race at a time. */
public interface RaceRunner extends AutoCloseable {
    /**
     * Looks an experiment over without running it.
     *
     * @throws LabError where it cannot be run: a length out of range, a file that does not fit, more bytes than there are
     */
    Preflight check(DistanceExperiment experiment);

    /**
     * Checks and starts a race; returns at once.
     *
     * @throws LabError as {@link #check}
     */
    Race start(DistanceExperiment experiment);

    /** Cancels what runs and waits for its threads. */
    @Override
    void close();
}
