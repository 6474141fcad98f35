package org.stridescope.kernel.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.stridescope.array.NDArray;
import org.stridescope.array.Slice;
import org.stridescope.kernel.Availability;
import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.kernel.KernelError;
import org.stridescope.kernel.TileListener;
import org.stridescope.kernel.threads.OversubscriptionRun.TaskSpan;

/**
 * A kernel with threads of its own inside tasks that run side by side, as a multi-threaded NumPy or BLAS call does inside a
 * task graph: tasks times threads are then alive, and where that is more than the processors they take turns. The mend is
 * one thread a task, or one task at a time.
 */
public final class Oversubscription {
    private final DistanceKernel kernel;
    private final ThreadLessons lessons;

    /**
     * @param kernel one with threads of its own: c-plain shows most, since its threads wait for each other after each tile
     * @param lessons counts the preemptions where its library is here
     */
    public Oversubscription(DistanceKernel kernel, ThreadLessons lessons) {
        this.kernel = kernel;
        this.lessons = lessons;
    }

    public Availability availability() {
        return kernel.availability();
    }

    /**
     * Cuts the rows of the problem into so many tasks, starts all at once, and waits for the last.
     *
     * @param listener told of all tiles, numbered within their task
     */
    public OversubscriptionRun run(DistanceProblem problem, NDArray out, int tasks, int threadsATask,
            TileListener listener, Cancellation cancellation) {
        if (tasks < 1 || tasks > problem.n() || threadsATask < 1
                || (long) tasks * threadsATask > ScheduleExperiment.MOST_THREADS) {
            throw new KernelError(
                    "tasks times threads must be 1 to " + ScheduleExperiment.MOST_THREADS + ", and tasks no "
                            + "more than rows, not " + tasks + " times " + threadsATask);
        }
        var control = new DistanceKernel.RunControl(threadsATask, listener, cancellation);
        CountDownLatch go = new CountDownLatch(1);
        long before = lessons.preemptions();
        List<CompletableFuture<long[]>> spans = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(tasks,
                Thread.ofPlatform().name("stridescope-task-", 1).daemon().factory())) {
            for (int t = 0; t < tasks; t++) {
                Slice rows = Slice.of(problem.n() * t / tasks, problem.n() * (t + 1) / tasks);
                var part = new DistanceProblem(problem.metric(), problem.x().slice(rows), problem.y());
                NDArray partOut = out.slice(rows);
                spans.add(CompletableFuture.supplyAsync(() -> timed(part, partOut, control, go), pool));
            }
            go.countDown();
        }
        return result(spans, tasks, threadsATask, before);
    }

    private long[] timed(DistanceProblem part, NDArray out, DistanceKernel.RunControl control, CountDownLatch go) {
        try {
            go.await();
        } catch (InterruptedException e) {
            throw new KernelError("interrupted before it began", e);
        }
        long start = System.nanoTime();
        kernel.run(part, out, control);
        return new long[]{start, System.nanoTime()};
    }

    private OversubscriptionRun result(List<CompletableFuture<long[]>> futures, int tasks, int threads, long before) {
        List<long[]> times;
        try {
            times = futures.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        long after = lessons.preemptions();
        long first = times.stream().mapToLong(t -> t[0]).min().orElse(0);
        long last = times.stream().mapToLong(t -> t[1]).max().orElse(0);
        List<TaskSpan> spans = new ArrayList<>();
        for (int t = 0; t < times.size(); t++)
            spans.add(new TaskSpan(t, times.get(t)[0] - first, times.get(t)[1] - first));
        return new OversubscriptionRun(tasks, threads, Runtime.getRuntime().availableProcessors(), last - first,
                before < 0 || after < 0 ? -1 : after - before, List.copyOf(spans));
    }
}
