package org.stridescope.lab.graph;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.stridescope.graph.Key;
import org.stridescope.graph.TaskGraph;
import org.stridescope.schedule.RunResult;

/**
 * A graph that is built and has not run.
 *
 * @param wanted whose results are asked for
 * @param answer what is to be told of them: a number, a text, an array
 */
public record GraphPlan(TaskGraph graph, List<Key> wanted, Function<RunResult, @Nullable Object> answer) {

    /** One result is wanted, and it is the answer. */
    public static GraphPlan of(TaskGraph graph, Key wanted) {
        return new GraphPlan(graph, List.of(wanted), result -> result.value(wanted));
    }
}
