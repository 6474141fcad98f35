package org.stridescope.lab.ladder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.kernel.KernelError;
import org.stridescope.kernel.Metric;
import org.stridescope.kernel.TileListener;
import org.stridescope.kernel.threads.Oversubscription;
import org.stridescope.kernel.threads.OversubscriptionRun;
import org.stridescope.kernel.threads.Schedule;
import org.stridescope.kernel.threads.ScheduleExperiment;
import org.stridescope.kernel.threads.ScheduleRun;
import org.stridescope.kernel.threads.SharingRun;
import org.stridescope.kernel.threads.ThreadLessons;
import org.stridescope.kernel.worker.RaceLesson;
import org.stridescope.kernel.worker.RaceLesson.RaceRun;

/** Runs the lessons about threads several times each, in turn, and keeps of each the run whose time is the median. */
public final class ThreadLab {
    /** Runs of each way; the median one is shown. */
    public static final int RUNS = 5;
    /** Counted by each thread: a hundredth of a second where no line is shared. */
    private static final long INCREMENTS = 10_000_000;
    private static final int LESSON_POINTS = 1200;
    private static final int LESSON_FEATURES = 20;
    /** Points of the race: its result is drawn item by item. */
    public static final int RACE_POINTS = 80;
    private static final int RACE_FEATURES = 200;

    private final ThreadLessons lessons;
    private final Supplier<DistanceKernel> kernel;

    /** @param kernel a variant with threads of its own, for tasks that have threads of their own */
    public ThreadLab(ThreadLessons lessons, Supplier<DistanceKernel> kernel) {
        this.lessons = lessons;
        this.kernel = kernel;
    }

    /** Why the lessons cannot run here; empty where they can. */
    public String whyNot() {
        return lessons.availability().sentence();
    }

    /** The same loop under each schedule. */
    public List<ScheduleRun> schedules(ScheduleExperiment any, Cancellation cancellation) {
        List<Supplier<ScheduleRun>> ways = new ArrayList<>();
        for (Schedule schedule : Schedule.values()) {
            ScheduleExperiment experiment = new ScheduleExperiment(any.n(), any.k(), any.side(), any.triangle(),
                    schedule, any.chunk(), any.threads());
            ways.add(() -> lessons.run(experiment));
        }
        return medians(ways, Comparator.comparingLong(ScheduleRun::wallNanos), cancellation);
    }

    /** Counters side by side in one cache line, and each in a line of its own. */
    public List<SharingRun> sharing(int threads, Cancellation cancellation) {
        return medians(List.of(() -> lessons.count(threads, INCREMENTS, Long.BYTES),
                () -> lessons.count(threads, INCREMENTS, ThreadLessons.LINE_BYTES)),
                Comparator.comparingLong(SharingRun::nanos), cancellation);
    }

    /** Tasks with as many threads each as there are processors, tasks of one thread, one task of many threads. */
    public List<OversubscriptionRun> oversubscription(int processors, Cancellation cancellation) {
        Oversubscription lesson = new Oversubscription(kernel.get(), lessons);
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            NDArray points = points(memory, LESSON_POINTS, LESSON_FEATURES);
            DistanceProblem problem = new DistanceProblem(Metric.CITYBLOCK, points, points);
            NDArray out = NDArray.zeros(memory, DType.FLOAT64, LESSON_POINTS, LESSON_POINTS);
            List<Supplier<OversubscriptionRun>> ways = new ArrayList<>();
            for (int[] way : new int[][]{{1, processors}, {processors, 1}, {2 * processors, processors}}) {
                ways.add(() -> lesson.run(problem, out, way[0], way[1], TileListener.NONE, cancellation));
            }
            return medians(ways, Comparator.comparingLong(OversubscriptionRun::wallNanos), cancellation);
        }
    }

    /** The reduction clause left out, several runs, and then with it; in worker processes. */
    public Races races(int threads, Cancellation cancellation) {
        RaceLesson race = new RaceLesson();
        if (!race.availability().isAvailable())
            throw new KernelError(race.availability().sentence());
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            NDArray points = points(memory, RACE_POINTS, RACE_FEATURES);
            DistanceProblem problem = new DistanceProblem(Metric.CITYBLOCK, points, points);
            return new Races(threads, race.run(problem, threads, RUNS, false, cancellation, _ -> {}),
                    race.run(problem, threads, RUNS, true, cancellation, _ -> {}));
        }
    }

    /** Runs without the clause, and runs with it. */
    public record Races(int threads, List<RaceRun> left, List<RaceRun> mended) {}

    private static NDArray points(ArrayMemory memory, int rows, int features) {
        SplittableRandom random = new SplittableRandom(1);
        NDArray points = NDArray.zeros(memory, DType.FLOAT64, rows, features);
        for (long i = 0; i < rows; i++) {
            for (long l = 0; l < features; l++)
                points.setDouble(random.nextDouble(), i, l);
        }
        return points;
    }

    private static <T> List<T> medians(List<Supplier<T>> ways, Comparator<T> byTime, Cancellation cancellation) {
        List<List<T>> runs = ways.stream().map(_ -> (List<T>) new ArrayList<T>()).toList();
        for (int round = 0; round < RUNS; round++) {
            for (int way = 0; way < ways.size(); way++) {
                if (cancellation.isCancelled())
                    throw new CancellationException("cancelled");
                runs.get(way).add(ways.get(way).get());
            }
        }
        return runs.stream().map(of -> of.stream().sorted(byTime).toList().get(RUNS / 2)).toList();
    }
}
