package org.stridescope.lab.graph;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.stridescope.graph.Key;
import org.stridescope.graph.TaskGraph;
import org.stridescope.schedule.RunResult;
import org.stridescope.schedule.process.ParcelCodec;

/**
 * A graph that is built and has not run.
 *
 * @param wanted whose results are asked for
 * @param answer what is to be told of them: a number, a text, an array
 * @param released told of every result that is not needed any more
 * @param end called once, when the plan has run or failed
 * @param codec what worker processes know of the values in it
 * @param warmUp a small graph of the same operations, run beforehand so that what is measured is the work and not the loading of
 *        classes and libraries in every worker
 */
public record GraphPlan(TaskGraph graph, List<Key> wanted, Function<RunResult, @Nullable Object> answer,
        Consumer<Object> released, Runnable end, ParcelCodec codec, TaskGraph warmUp) {

    /** A {@code released} that wants values as they are, not as an executor holds them. */
    @FunctionalInterface
    public interface Opened extends Consumer<Object> {}

    /** Nothing that processes would know. */
    public GraphPlan(TaskGraph graph, List<Key> wanted, Function<RunResult, @Nullable Object> answer,
            Consumer<Object> released, Runnable end) {
        this(graph, wanted, answer, released, end, ParcelCodec.PLAIN);
    }

    /** Nothing to be loaded beforehand. */
    public GraphPlan(TaskGraph graph, List<Key> wanted, Function<RunResult, @Nullable Object> answer,
            Consumer<Object> released, Runnable end, ParcelCodec codec) {
        this(graph, wanted, answer, released, end, codec, TaskGraph.builder().build());
    }

    /** Nothing has to be given back. */
    public GraphPlan(TaskGraph graph, List<Key> wanted, Function<RunResult, @Nullable Object> answer) {
        this(graph, wanted, answer, result -> {}, () -> {});
    }

    GraphPlan withWarmUp(TaskGraph small) {
        return new GraphPlan(graph, wanted, answer, released, end, codec, small);
    }

    /** One result is wanted, and it is the answer. */
    public static GraphPlan of(TaskGraph graph, Key wanted) {
        return new GraphPlan(graph, List.of(wanted), result -> result.value(wanted));
    }
}
