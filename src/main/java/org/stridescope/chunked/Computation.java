package org.stridescope.chunked;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.Items;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.graph.Key;
import org.stridescope.graph.Task;
import org.stridescope.graph.TaskGraph;
import org.stridescope.graph.TaskGraphBuilder;
import org.stridescope.schedule.Executor;
import org.stridescope.schedule.RunOptions;
import org.stridescope.schedule.RunResult;
import org.stridescope.schedule.ScheduleError;
import org.stridescope.schedule.Scheduler;

/**
 * Chunked arrays computed. Results are allocated once, and every block is written to its place as it comes; between blocks,
 * memory is used again.
 *
 * @param arrays the results, in order
 * @param run    what it took
 */
public record Computation(List<NDArray> arrays, RunResult run) {
    /** Blocks of another size that wait to be used again, at most. */
    private static final long IDLE_BYTES = 64L << 20;

    /**
     * Ready to run: a graph whose tasks write into {@code arrays}, or whose results are put there by {@code collect}. Results
     * that are not needed any more go to {@code released}; closed when the run is over, which frees all memory but that of the
     * results.
     */
    public record Prepared(TaskGraph graph, List<Key> keys, List<NDArray> arrays, Consumer<RunResult> collect,
            Consumer<Object> released, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    /** Allocates results in {@code memory} and makes the graph that fills them. Nothing runs. */
    @SuppressWarnings("MustBeClosedChecker") // the caller closes what is prepared
    public static Prepared prepare(List<ChunkedArray> arrays, ArrayMemory memory) {
        TaskGraphBuilder builder = TaskGraph.builder()
                .addAll(Layer.graph(arrays.stream().map(ChunkedArray::layer).toList()));
        List<NDArray> results = new ArrayList<>();
        List<Key> stores = new ArrayList<>();
        for (int i = 0; i < arrays.size(); i++) {
            ChunkedArray array = arrays.get(i);
            NDArray result = unfilled(array, memory);
            results.add(result);
            String name = "store-" + i + "-" + array.layer().name();
            Layer.each(array.chunks().counts(), block -> stores.add(builder.add(Key.of(name, block),
                    new BlockStore(place(result, array.chunks(), block)), array.key(block))));
        }
        BlockMemory blocks = blocks();
        TaskGraph graph = Inlining.of(builder.build().cull(stores), stores, blocks);
        return new Prepared(graph, stores, results, result -> {}, blocks::release, blocks::close);
    }

    /** The same for workers that do not share our memory: each block comes as a result, and is copied to its place then. */
    @SuppressWarnings("MustBeClosedChecker") // the caller closes what is prepared
    public static Prepared prepareApart(List<ChunkedArray> arrays, ArrayMemory memory) {
        TaskGraph whole = Layer.graph(arrays.stream().map(ChunkedArray::layer).toList());
        List<Key> keys = arrays.stream().flatMap(array -> keys(array).stream()).distinct().toList();
        List<NDArray> results = arrays.stream().map(array -> unfilled(array, memory)).toList();
        BlockMemory blocks = blocks();
        return new Prepared(Inlining.of(whole.cull(keys), keys, blocks), keys, results,
                result -> collect(arrays, results, result, memory), block -> {}, blocks::close);
    }

    @SuppressWarnings("MustBeClosedChecker") // who prepares closes it
    private static BlockMemory blocks() {
        return new BlockMemory(ArrayMemory.recycled(Long.MAX_VALUE / 4, IDLE_BYTES, ArrayMemory.PLAIN));
    }

    private static NDArray unfilled(ChunkedArray array, ArrayMemory memory) {
        return NDArray.unfilled(memory, array.dtype(), Layout.cOrder(array.dtype().itemsize(), array.shape()));
    }

    private static void collect(List<ChunkedArray> arrays, List<NDArray> to, RunResult run, ArrayMemory memory) {
        for (int i = 0; i < arrays.size(); i++) {
            ChunkedArray array = arrays.get(i);
            NDArray result = to.get(i);
            Layer.each(array.chunks().counts(), block -> {
                if (run.value(array.key(block)) instanceof NDArray made)
                    Items.assign(made, place(result, array.chunks(), block), memory);
            });
        }
    }

    /**
     * Computes arrays together, so that what they share is computed once.
     *
     * @param memory where the results go
     * @throws ArrayError    where a block is at fault, in NumPy's words
     * @throws ScheduleError where the run is
     */
    public static Computation compute(List<ChunkedArray> arrays, Executor executor, RunOptions options,
            ArrayMemory memory) {
        boolean shared = executor.sharesMemory();
        try (Prepared prepared = shared ? prepare(arrays, memory) : prepareApart(arrays, memory)) {
            RunResult result = run(prepared.graph, prepared.keys, executor, shared
                    ? options.withReleased(prepared.released)
                    : options);
            prepared.collect.accept(result);
            return new Computation(prepared.arrays, result);
        }
    }

    private static NDArray place(NDArray result, Chunks chunks, int... block) {
        return Rechunk.cut(result, chunks.blockStart(block), chunks.blockShape(block));
    }

    /** The graph as it will run: chains and trees of blocks made one task each. */
    public static TaskGraph optimized(ChunkedArray array) {
        List<Key> keys = keys(array);
        return Inlining.of(array.graph().cull(keys), keys, new BlockMemory(ArrayMemory.collected()));
    }

    static List<Key> keys(ChunkedArray array) {
        List<Key> keys = new ArrayList<>();
        Layer.each(array.chunks().counts(), block -> keys.add(array.key(block)));
        return keys;
    }

    /** The same array with its blocks computed and held in memory. */
    public static ChunkedArray persist(ChunkedArray array, Executor executor, RunOptions options) {
        List<Key> keys = keys(array);
        BlockMemory held = new BlockMemory(ArrayMemory.collected());
        TaskGraph graph = Inlining.of(array.graph().cull(keys), keys, held);
        RunResult result = run(graph, keys, executor, options);
        Layer layer = new Layer(array.layer().kind(), List.of(),
                (builder, self) -> Layer.each(array.chunks().counts(), block -> {
                    Object value = result.value(array.key(block));
                    if (!(value instanceof NDArray ready))
                        throw new IllegalStateException("a block was expected, not " + value);
                    builder.add(Task.of(self.key(block),
                            BlockOperation.of("held", (arguments, memory) -> ready)));
                }));
        return new ChunkedArray(layer, array.chunks(), array.dtype());
    }

    private static RunResult run(TaskGraph graph, List<Key> keys, Executor executor, RunOptions options) {
        try {
            return Scheduler.run(graph, keys, executor, options);
        } catch (ScheduleError e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ArrayError error)
                    throw error;
            }
            throw e;
        }
    }
}
