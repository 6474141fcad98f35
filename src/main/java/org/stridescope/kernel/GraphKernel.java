package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.ffi.DistanceCBindings;
import org.stridescope.ffi.Pages;
import org.stridescope.graph.Key;
import org.stridescope.graph.Operation;
import org.stridescope.graph.TaskGraph;
import org.stridescope.schedule.RunOptions;
import org.stridescope.schedule.ScheduleError;
import org.stridescope.schedule.Scheduler;
import org.stridescope.schedule.ThreadsExecutor;

/**
 * The kernel in C as a task graph: y is cut into chunks, a task computes the distances of one chunk with a single thread, and
 * the scheduler has as many threads as asked for. (A kernel with threads of its own would be the wrong one to put into a task:
 * each of T tasks at once would start T threads.) Each task writes its block of columns where it belongs, so that nothing is
 * concatenated; {@code graph-concatenate} is the naive form, in which each task has an array of its own and a last task copies
 * them together.
 */
public final class GraphKernel implements DistanceKernel {
    /** Chunks that y is cut into, as many as the result has columns of tiles at most. */
    public static final int CHUNKS = 12;

    private final NativeKernels<DistanceCBindings> library;
    private final boolean concatenates;

    GraphKernel(NativeKernels<DistanceCBindings> library, boolean concatenates) {
        this.library = library;
        this.concatenates = concatenates;
    }

    @Override
    public String name() {
        return concatenates ? "graph-concatenate" : "graph";
    }

    @Override
    public String language() {
        return concatenates ? "tasks, copied" : "C as tasks";
    }

    @Override
    public Set<Metric> metrics() {
        return EnumSet.allOf(Metric.class);
    }

    @Override
    public Set<DType> dtypes() {
        return EnumSet.of(DType.FLOAT64, DType.FLOAT32);
    }

    @Override
    public Availability availability() {
        return library.availability();
    }

    /** The points packed into panels; where pieces are concatenated, those too, which are as large as the result. */
    @Override
    public long temporaryBytes(DistanceProblem problem, int threads) {
        return CKernel.panelBytes(library, problem) + (concatenates ? problem.resultBytes() : 0);
    }

    @Override
    public int tiles(DistanceProblem problem) {
        return CKernel.grid(problem).count();
    }

    @Override
    public String source() {
        return "sources/org/stridescope/kernel/GraphKernel.java";
    }

    @Override
    public Outcome run(DistanceProblem problem, NDArray out, RunControl control) {
        RunCheck.check(this, problem, out, control);
        TileGrid grid = CKernel.grid(problem);
        if (grid.count() == 0)
            return Outcome.DONE;
        try (ArrayMemory memory = ArrayMemory.scoped(new Pages())) {
            DistanceCBindings c = library.require();
            MemorySegment x = CKernel.packX(c, problem, memory, control.threads());
            MemorySegment y = CKernel.packY(c, problem, memory, control.threads());
            GraphTiles work = new GraphTiles(c, problem, grid, x, y, Points.items(out), control);
            List<Key> wanted = new ArrayList<>();
            TaskGraph graph = concatenates ? concatenating(work, memory, wanted) : inPlace(work, wanted);
            return run(graph, wanted, control);
        }
    }

    private static TaskGraph inPlace(GraphTiles work, List<Key> wanted) {
        var builder = TaskGraph.builder();
        Operation cdist = Operation.of("cdist", arguments -> {
            work.inPlace(((Number) arguments.getFirst()).intValue());
            return null;
        });
        for (int chunk = 0; chunk < work.chunks(); chunk++)
            wanted.add(builder.add(Key.of("cdist", chunk), cdist, chunk));
        return builder.build();
    }

    private static TaskGraph concatenating(GraphTiles work, ArrayMemory memory, List<Key> wanted) {
        var builder = TaskGraph.builder();
        Operation cdist = Operation.of("cdist", arguments -> work.piece(((Number) arguments.getFirst()).intValue(),
                memory));
        Operation concatenate = Operation.of("concatenate", arguments -> {
            work.concatenate((List<?>) arguments.getFirst());
            return null;
        });
        List<Key> pieces = new ArrayList<>();
        for (int chunk = 0; chunk < work.chunks(); chunk++)
            pieces.add(builder.add(Key.of("cdist", chunk), cdist, chunk));
        wanted.add(builder.add(Key.of("concatenate"), concatenate, pieces));
        return builder.build();
    }

    private static Outcome run(TaskGraph graph, List<Key> wanted, RunControl control) {
        try (ThreadsExecutor executor = ThreadsExecutor.of(control.threads())) {
            Scheduler.run(graph, wanted, executor, RunOptions.DEFAULT);
            return control.cancellation().isCancelled() ? Outcome.CANCELLED : Outcome.DONE;
        } catch (ScheduleError e) {
            if (e.getCause() instanceof RuntimeException thrown)
                throw thrown; // as every kernel's caller gets it
            if (e.reason() != ScheduleError.Reason.CANCELLED)
                throw new KernelError(String.valueOf(e.getMessage()), e);
            control.cancellation().cancel(); // the caller was interrupted: tasks at work see it and end
            return Outcome.CANCELLED;
        }
    }
}
