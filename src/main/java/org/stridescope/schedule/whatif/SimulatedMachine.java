package org.stridescope.schedule.whatif;

/**
 * A machine that is only thought of.
 *
 * @param workers how many tasks run at once
 * @param locked whether tasks hold one interpreter lock while they compute, so that one computes at a time; workers that are
 *        processes have one each, so there it is false
 * @param bytesPerSecond how fast a result gets from one worker to another; infinite where they share memory
 * @param latencyNanos what each transfer takes at least
 * @param overheadNanos what handing out a task takes its worker
 */
public record SimulatedMachine(int workers, boolean locked, double bytesPerSecond, long latencyNanos,
        long overheadNanos) {
    public static final int MOST_WORKERS = 1024;

    public SimulatedMachine {
        if (workers < 1 || workers > MOST_WORKERS)
            throw new IllegalArgumentException("workers must be 1 to " + MOST_WORKERS + ", not " + workers);
        if (!(bytesPerSecond > 0) || latencyNanos < 0 || overheadNanos < 0)
            throw new IllegalArgumentException("a network must carry something, and nothing takes less than no time");
    }

    /** Workers that share memory and have no lock. */
    public static SimulatedMachine threads(int workers) {
        return new SimulatedMachine(workers, false, Double.POSITIVE_INFINITY, 0, 0);
    }

    public SimulatedMachine withLock(boolean lock) {
        return new SimulatedMachine(workers, lock, bytesPerSecond, latencyNanos, overheadNanos);
    }

    public SimulatedMachine withNetwork(double rate, long latency) {
        return new SimulatedMachine(workers, locked, rate, latency, overheadNanos);
    }

    /** With what handing out each task takes. */
    public SimulatedMachine withOverhead(long nanos) {
        return new SimulatedMachine(workers, locked, bytesPerSecond, latencyNanos, nanos);
    }

    boolean sharesMemory() {
        return Double.isInfinite(bytesPerSecond) && latencyNanos == 0;
    }
}
