package org.stridescope.schedule;

/** When each task ran, where, and what it yielded, by number; times are of {@link System#nanoTime}. */
public final class TaskTimes {
    private final long[] start;
    private final long[] end;
    private final int[] worker;
    private final long[] bytes;

    TaskTimes(int tasks) {
        start = new long[tasks];
        end = new long[tasks];
        worker = new int[tasks];
        bytes = new long[tasks];
    }

    void note(int task, Outcome outcome, int by, long size) {
        start[task] = outcome.startNano();
        end[task] = outcome.endNano();
        worker[task] = by;
        bytes[task] = size;
    }

    public long startNano(int task) {
        return start[task];
    }

    public long endNano(int task) {
        return end[task];
    }

    public int worker(int task) {
        return worker[task];
    }

    /** Bytes of the task's result. */
    public long bytes(int task) {
        return bytes[task];
    }

    /** How long each task took. */
    public long[] durations() {
        long[] durations = new long[start.length];
        for (int task = 0; task < durations.length; task++)
            durations[task] = end[task] - start[task];
        return durations;
    }

    /** Bytes of each task's result. */
    public long[] bytes() {
        return bytes.clone();
    }
}
