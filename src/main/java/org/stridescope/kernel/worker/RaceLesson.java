package org.stridescope.kernel.worker;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.stridescope.array.NDArray;
import org.stridescope.ffi.NativeLibrary;
import org.stridescope.kernel.Availability;
import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.DistanceKernel.RunControl;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.kernel.KernelError;
import org.stridescope.kernel.LoopsKernel;
import org.stridescope.kernel.Metric;

/**
 * The reduction clause left out: {@code native/threads-c/race.c} shares the loop over the features out, and all threads add
 * to the same items. Additions are lost, others each time. Runs in a worker process.
 */
public final class RaceLesson {
    /** The mended version keeps a copy of the result on each thread's stack. */
    public static final long MOST_ITEMS = 90_000;
    public static final String SOURCE = "sources/threads-c/race.c";

    private final NativeLibrary library = NativeLibrary.open("threads-c");

    /**
     * One run.
     *
     * @param wrong items that differ from the right result by more than rounding
     * @param largestError of any item
     * @param nanos of the run
     * @param wrongItems where, in C order of the (n, m) result
     */
    public record RaceRun(int wrong, double largestError, long nanos, boolean[] wrongItems) {}

    public Availability availability() {
        if (library instanceof NativeLibrary.Absent absent)
            return new Availability.Missing(absent.reason(), absent.mend());
        return ChildJvm.availability();
    }

    /**
     * Runs the race several times, and compares each result with the plain loops'.
     *
     * @param problem cityblock between float64 points, no more than {@value #MOST_ITEMS} items
     * @param mended with the reduction clause: all right
     * @param told of each run as it ends
     */
    public List<RaceRun> run(DistanceProblem problem, int threads, int runs, boolean mended, Cancellation cancellation,
            Consumer<RaceRun> told) {
        if (!(library instanceof NativeLibrary.Loaded loaded))
            throw new KernelError(availability().sentence());
        if (problem.metric() != Metric.CITYBLOCK || problem.n() * problem.m() > MOST_ITEMS)
            throw new KernelError("the race is cityblock of at most " + MOST_ITEMS + " items (n times m)");
        var function = new NativeFunction(loaded.path(), mended ? "stridescope_race_mended" : "stridescope_race");
        double[] right = right(problem);
        List<RaceRun> done = new ArrayList<>();
        try (WorkerProcess worker = new WorkerProcess(function, problem, threads, cancellation)) {
            for (int i = 0; i < runs; i++) {
                worker.result().fill((byte) 0);
                long nanos = worker.run();
                RaceRun run = compare(worker.result(), right, nanos);
                done.add(run);
                told.accept(run);
            }
        }
        return done;
    }

    private static double[] right(DistanceProblem problem) {
        try (var memory = org.stridescope.array.ArrayMemory.scoped()) {
            NDArray out = NDArray.zeros(memory, problem.x().dtype(), problem.n(), problem.m());
            new LoopsKernel().run(problem, out, RunControl.quiet(1));
            return out.buffer().toArray(ValueLayout.JAVA_DOUBLE);
        }
    }

    private static RaceRun compare(MemorySegment result, double[] right, long nanos) {
        boolean[] wrongItems = new boolean[(int) (result.byteSize() / Double.BYTES)];
        int wrong = 0;
        double largest = 0;
        for (int i = 0; i < wrongItems.length; i++) {
            double error = Math.abs(result.getAtIndex(ValueLayout.JAVA_DOUBLE, i) - right[i]);
            largest = Math.max(largest, error);
            wrongItems[i] = error > 1e-9 * Math.max(1, Math.abs(right[i]));
            if (wrongItems[i])
                wrong++;
        }
        return new RaceRun(wrong, largest, nanos, wrongItems);
    }
}
