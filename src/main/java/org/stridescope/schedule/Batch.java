package org.stridescope.schedule;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import org.stridescope.graph.Task;

/**
 * Tasks handed out together, because each alone would take less time than handing it out. Positions count from 0. They are
 * claimed one by one, so that a worker with nothing to do can take from the end of another's work what that one has not begun.
 */
public final class Batch {
    private final RunState run;
    final int worker;
    final int[] tasks;
    final Outcome[] outcomes;
    private final AtomicInteger claimed = new AtomicInteger();
    private int begun;
    volatile int current = -1;
    volatile long currentSince;

    Batch(RunState run, int worker, int[] tasks) {
        this.run = run;
        this.worker = worker;
        this.tasks = tasks;
        this.outcomes = new Outcome[tasks.length];
    }

    /** The next position that nobody has claimed; -1 where there is none, or the run is over. */
    public int claim() {
        if (run.isOver())
            return -1;
        int at = claimed.getAndIncrement();
        return at < tasks.length ? at : -1;
    }

    /** How many nobody has claimed. */
    int left() {
        return Math.max(0, tasks.length - claimed.get());
    }

    public int size() {
        return tasks.length;
    }

    public Task task(int at) {
        return run.graph().task(tasks[at]);
    }

    /** The arguments of the task with results in place of keys, as the executor holds them. */
    public List<@Nullable Object> arguments(int at) {
        return run.arguments(tasks[at]);
    }

    /** The worker is about to run this one: from here its time limit counts. */
    public void begun(int at, long nanoTime) {
        begun = Math.max(begun, at + 1);
        run.begun(tasks[at], worker, nanoTime);
        if (!run.watchesTime())
            return;
        currentSince = nanoTime;
        current = at;
    }

    /** Whether the worker got to it; it takes them in order. */
    boolean hasBegun(int at) {
        return at < begun;
    }

    public void done(int at, @Nullable Object result, long startNano, long endNano) {
        outcomes[at] = new Outcome(result, null, startNano, endNano, 0, 0);
    }

    /** As {@link #done(int, Object, long, long)}, with what it cost to bring arguments and result from and to others. */
    public void done(int at, @Nullable Object result, long startNano, long endNano, long transferNanos,
            long movedBytes) {
        outcomes[at] = new Outcome(result, null, startNano, endNano, transferNanos, movedBytes);
    }

    public void failed(int at, Throwable failure, long startNano, long endNano) {
        outcomes[at] = new Outcome(null, failure, startNano, endNano, 0, 0);
    }

    /** The worker is gone and the task with it: it must run again. */
    public void lost(int at) {
        outcomes[at] = new Outcome(null, Outcome.LOST, 0, 0, 0, 0);
    }
}
