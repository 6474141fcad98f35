package org.stridescope.schedule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.graph.Key;
import org.stridescope.graph.TaskGraph;
import org.stridescope.schedule.ScheduleError.Reason;

/**
 * Runs a graph on the workers of an executor. Each worker has a driver, a thread with one loop: take what is next from {@link
 * RunState}, have the worker run it, bring what was done. The caller's thread waits, and meanwhile looks after cancellation and
 * time limits.
 */
public final class Scheduler {
    /** A task whose worker is lost this often is not tried again: it may be what ends them. */
    static final int MOST_LOSSES = 3;
    private static final long WATCH_NANOS = 50_000_000;
    private static final long GRACE_MILLIS = 500;

    private Scheduler() {}

    /** The graph's outputs, by all defaults. */
    public static RunResult run(TaskGraph graph, Executor executor) {
        return run(graph, graph.outputs(), executor, RunOptions.DEFAULT);
    }

    /**
     * Runs what these keys need, and returns their values.
     *
     * @throws ScheduleError where a task throws, takes too long, or the run is cancelled; by then workers have been told to
     *         stop, and nothing is left on disk
     */
    public static RunResult run(TaskGraph whole, Collection<Key> wanted, Executor executor, RunOptions options) {
        long start = System.nanoTime();
        List<Key> keys = wanted.stream().distinct().toList();
        TaskGraph graph = whole.cull(keys);
        executor.check(graph);
        Announcer announcer = new Announcer(options.listeners());
        announcer.started(graph, executor);
        RunState run = new RunState(graph, keys, executor, options, announcer);
        int[] numbers = keys.stream().mapToInt(graph::number).toArray();
        try {
            drive(run, executor, options);
            ScheduleError failure = run.failure();
            if (failure != null)
                throw failure;
            Map<Key, @Nullable Object> values = new HashMap<>();
            for (Key key : keys)
                values.put(key, executor.value(run.results().value(graph.number(key))));
            announcer.ended("");
            return new RunResult(values, graph, run.times(), System.nanoTime() - start, executor.workers().size(),
                    run.retried(), run.movedBytes(), run.results().spilledBytes(), run.results().mostHeldBytes());
        } catch (ScheduleError e) {
            announcer.ended(String.valueOf(e.getMessage()));
            throw e;
        } finally {
            run.results().close(numbers);
        }
    }

    private static void drive(RunState run, Executor executor, RunOptions options) {
        List<Thread> drivers = new ArrayList<>();
        List<Worker> workers = executor.workers();
        for (int i = 0; i < workers.size(); i++) {
            int number = i;
            drivers.add(Thread.ofPlatform().daemon().name(workers.get(i).name())
                    .start(() -> loop(run, number, workers.get(number))));
        }
        try {
            watch(run, options);
            if (run.failure() != null)
                workers.forEach(Worker::interrupt);
            for (Thread driver : drivers)
                await(driver, run);
        } catch (InterruptedException e) {
            run.fail(new ScheduleError(Reason.CANCELLED, "the run was cancelled"));
            workers.forEach(Worker::interrupt);
            Thread.currentThread().interrupt();
        }
    }

    private static void loop(RunState run, int number, Worker worker) {
        Batch batch = null;
        try {
            while (true) {
                Thread.interrupted(); // a task's own affair: the end of the run is told by the run
                batch = run.exchange(number, batch);
                if (batch == null)
                    return;
                run.results().spillWhatIsTooMuch();
                worker.run(batch);
            }
        } catch (InterruptedException e) {
            return; // only ever interrupted when the run is over
        } catch (ScheduleError e) {
            run.fail(e);
        } catch (RuntimeException | Error e) {
            run.fail(new ScheduleError(Reason.WORKERS, null, worker.name() + " failed: " + e, e));
        }
    }

    private static void watch(RunState run, RunOptions options) throws InterruptedException {
        while (!run.awaitEnd(WATCH_NANOS)) {
            if (options.cancelled().getAsBoolean())
                run.fail(new ScheduleError(Reason.CANCELLED, "the run was cancelled"));
            if (run.watchesTime())
                run.checkTimeLimit();
        }
    }

    /** After a failure, a thread that does not listen is left behind: it can't be stopped, and ends with its task. */
    private static void await(Thread driver, RunState run) throws InterruptedException {
        if (run.failure() == null)
            driver.join();
        else
            driver.join(GRACE_MILLIS);
    }
}
