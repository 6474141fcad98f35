package org.stridescope.schedule;

import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import org.stridescope.graph.Key;
import org.stridescope.graph.Task;
import org.stridescope.graph.TaskGraph;
import org.stridescope.graph.TaskOrder;
import org.stridescope.schedule.ScheduleError.Reason;

/**
 * The state of one run, as sets of tasks. Every task is in exactly one:
 * <ul>
 * <li><b>waiting</b>: some dependency has no result yet</li>
 * <li><b>ready</b>: every dependency has; kept by urgency, the rank that {@link org.stridescope.graph.TaskOrder} gave</li>
 * <li><b>running</b>: handed to a worker (listeners hear of it when the worker begins with it); goes back to ready if it fails with retries left, or if its worker is lost</li>
 * <li><b>in memory</b>: its result is held, for dependents to come or because it is wanted</li>
 * <li><b>spilled</b>: its result is held on disk, because memory was short; back in memory when someone needs it</li>
 * <li><b>released</b>: its last dependent is done and nobody wants the result</li>
 * <li><b>failed</b>: it threw, and ended the run</li>
 * </ul>
 * There is no scheduler thread. Each worker's driver calls {@link #exchange}: it brings what was done and takes what is next,
 * under one lock, a batch at a time, so that the lock costs little even where tasks take nothing.
 */
final class RunState {
    private final TaskGraph graph;
    private final RunOptions options;
    private final Announcer announcer;
    private final HandOut handOut;
    private final HeldResults results;
    private final TaskTimes times;
    private final TaskState[] states;
    private final int[] missing;
    private final int[] ranks;
    private final byte[] attempts;
    private final @Nullable Batch[] active;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition end = lock.newCondition();
    private int idle;
    private int unfinished;
    private int retried;
    private long movedBytes;
    private volatile boolean over;
    private @Nullable ScheduleError failure;

    RunState(TaskGraph graph, List<Key> wanted, Executor executor, RunOptions options, Announcer announcer) {
        this.graph = graph;
        this.options = options;
        this.announcer = announcer;
        int tasks = graph.size();
        ranks = TaskOrder.ranks(graph);
        handOut = new HandOut(graph, ranks, executor);
        results = new HeldResults(graph, wanted, executor, options, this);
        times = new TaskTimes(tasks);
        states = new TaskState[tasks];
        missing = new int[tasks];
        attempts = new byte[tasks];
        active = new Batch[executor.workers().size()];
        unfinished = tasks;
        over = tasks == 0;
        for (int task = 0; task < tasks; task++) {
            states[task] = TaskState.WAITING;
            missing[task] = graph.dependencyCount(task);
        }
        for (int task = 0; task < tasks; task++) {
            if (missing[task] == 0)
                ready(task, TaskState.WAITING, -1);
        }
    }

    TaskGraph graph() {
        return graph;
    }

    TaskTimes times() {
        return times;
    }

    HeldResults results() {
        return results;
    }

    int retried() {
        return retried;
    }

    long movedBytes() {
        return movedBytes;
    }

    boolean isOver() {
        return over;
    }

    boolean watchesTime() {
        return !options.timeLimit().isZero();
    }

    @Nullable
    ScheduleError failure() {
        lock.lock();
        try {
            return failure;
        } finally {
            lock.unlock();
        }
    }

    List<@Nullable Object> arguments(int task) {
        return graph.task(task).resolve(key -> results.value(graph.number(key)));
    }

    /** Takes what a worker did, and gives it more to do once there is something; null when the run is over. */
    @Nullable
    Batch exchange(int worker, @Nullable Batch finished) throws InterruptedException {
        lock.lock();
        try {
            active[worker] = null;
            if (finished != null)
                settle(finished);
            Batch next = null;
            while (!over && next == null) {
                next = next(worker);
                if (next == null)
                    await();
            }
            if (over)
                return null;
            active[worker] = next;
            for (int i = Math.min(idle, handOut.size()); i > 0; i--)
                work.signal();
            return next;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Batch next(int worker) {
        int[] tasks = handOut.isEmpty() ? handOut.takeFrom(active) : handOut.take();
        if (tasks.length == 0)
            return null;
        for (int task : tasks) {
            if (states[task] == TaskState.READY)
                results.pin(task);
            states[task] = TaskState.RUNNING;
        }
        return new Batch(this, worker, tasks);
    }

    /** Until there is something to do. Where others hold more than they have begun, only until it looks worth taking. */
    private void await() throws InterruptedException {
        idle++;
        try {
            if (handOut.mayTakeFrom(active)) {
                if (work.awaitNanos(4 * handOut.batchNanos()) <= 0)
                    handOut.takeNow();
            } else {
                work.await();
            }
        } finally {
            idle--;
        }
    }

    /** A worker begins with a task that it was handed. */
    void begun(int task, int worker, long nanoTime) {
        if (announcer.hasListeners())
            locked(() -> announcer.changedAt(nanoTime, task, TaskState.READY, TaskState.RUNNING, worker));
    }

    private void settle(Batch batch) {
        for (int at = 0; at < batch.tasks.length; at++) {
            Outcome outcome = batch.outcomes[at];
            if (outcome == null)
                continue; // another worker took it
            int task = batch.tasks[at];
            if (outcome.isLost())
                lost(task, batch.worker, batch.hasBegun(at));
            else if (outcome.failure() != null)
                failed(task, outcome.failure(), batch.worker);
            else
                done(task, outcome, batch.worker);
        }
    }

    private void done(int task, Outcome outcome, int worker) {
        handOut.took(task, outcome.endNano() - outcome.startNano());
        long bytes = results.put(task, outcome.result());
        times.note(task, outcome, worker, bytes);
        movedBytes += outcome.movedBytes();
        states[task] = TaskState.IN_MEMORY;
        announcer.ran(task, worker, outcome, bytes);
        for (int i = 0; i < graph.dependencyCount(task); i++)
            results.used(graph.dependency(task, i));
        for (int i = 0; i < graph.dependentCount(task); i++) {
            int dependent = graph.dependent(task, i);
            if (--missing[dependent] == 0)
                ready(dependent, TaskState.WAITING, -1);
        }
        if (--unfinished == 0)
            over();
    }

    private void ready(int task, TaskState before, int worker) {
        states[task] = TaskState.READY;
        handOut.add(task);
        announcer.changed(task, before, TaskState.READY, worker);
    }

    /** Where the worker had not begun with it, nobody has heard that it ran, and it is not the one that ended the worker. */
    private void lost(int task, int worker, boolean begun) {
        results.unpin(task);
        if (!begun) {
            states[task] = TaskState.READY;
            handOut.add(task);
            return;
        }
        if (++attempts[task] > Scheduler.MOST_LOSSES) {
            fail(new ScheduleError(Reason.WORKERS, graph.key(task), "task " + graph.key(task) + ", " + graph.task(task)
                    + ", ended its worker " + attempts[task] + " times: it is not tried again", null));
            return;
        }
        retried++;
        ready(task, TaskState.RUNNING, worker);
    }

    private void failed(int task, Throwable thrown, int worker) {
        if (over)
            return;
        if (attempts[task]++ < options.retries()) {
            retried++;
            results.unpin(task);
            ready(task, TaskState.RUNNING, worker);
            return;
        }
        states[task] = TaskState.FAILED;
        announcer.changed(task, TaskState.RUNNING, TaskState.FAILED, worker);
        fail(FailedTask.error(graph.task(task), arguments(task), thrown));
    }

    /** A result went elsewhere: to disk, back, or away. With the lock held. */
    void moved(int task, TaskState to) {
        TaskState before = states[task];
        states[task] = to;
        announcer.changed(task, before, to, -1);
    }

    /** The place in order of the next dependent that is to run; the last place of all where only the caller wants it. */
    int nextUse(int task) {
        int next = Integer.MAX_VALUE;
        for (int i = 0; i < graph.dependentCount(task); i++) {
            int dependent = graph.dependent(task, i);
            TaskState state = states[dependent];
            if (state == TaskState.WAITING || state == TaskState.READY)
                next = Math.min(next, ranks[dependent]);
        }
        return next;
    }

    /** Ends the run without a result; what comes later is too late. */
    void fail(ScheduleError error) {
        locked(() -> {
            if (over)
                return;
            failure = error;
            over();
        });
    }

    /** Runs something with the sets held still. */
    void locked(Runnable step) {
        lock.lock();
        try {
            step.run();
        } finally {
            lock.unlock();
        }
    }

    private void over() {
        over = true;
        work.signalAll();
        end.signalAll();
    }

    /** Waits for the end of the run, not longer than this; true where it has come. */
    boolean awaitEnd(long nanos) throws InterruptedException {
        lock.lock();
        try {
            if (!over)
                end.awaitNanos(nanos);
            return over;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the run if a task has been running for longer than it may. */
    void checkTimeLimit() {
        long limit = options.timeLimit().toNanos();
        long now = System.nanoTime();
        for (Batch batch : active.clone()) {
            int at = batch == null ? -1 : batch.current;
            if (batch == null || at < 0 || now - batch.currentSince <= limit || batch.outcomes[at] != null)
                continue;
            Task task = batch.task(at);
            fail(new ScheduleError(Reason.TIME_LIMIT, task.key(), "task " + task.key() + ", " + task
                    + ", ran for longer than the " + seconds(limit) + " s that a task may take", null));
        }
    }

    private static String seconds(long nanos) {
        return java.math.BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
    }
}
