package org.stridescope.script;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.chunked.Computation;
import org.stridescope.graph.Key;
import org.stridescope.graph.TaskGraph;
import org.stridescope.schedule.RunResult;
import org.stridescope.script.Values.Scalar;

/**
 * The graph behind a value that a script left uncomputed, ready to be run by any scheduler.
 *
 * @param answer   the value in plain terms: a number, a text, an array
 * @param released told of results that are not needed any more
 * @param end      to be called when the graph has run
 */
public record ScriptGraph(TaskGraph graph, List<Key> keys, Function<RunResult, Object> answer,
        Consumer<Object> released, Runnable end) {
    /** ScriptError where the value is neither delayed nor a chunked array. */
    public static ScriptGraph of(Session session, Object value) {
        return switch (value) {
            case DaskArray array -> ofArray(array);
            case DaskDelayed delayed -> {
                Interpreter in = session.interpreter();
                TaskGraph graph = DaskGraph.of(List.of(delayed), in, array -> {
                    throw ScriptError.type("a chunked array inside a delayed call: compute it first");
                });
                yield new ScriptGraph(graph, List.of(delayed.key),
                        result -> plain(java.util.Objects.requireNonNullElse(result.value(delayed.key), "None")),
                        result -> {}, () -> {});
            }
            default -> throw ScriptError.type("the last expression is " + Types.name(value)
                    + ", neither delayed nor a chunked array; leave .compute() out");
        };
    }

    private static ScriptGraph ofArray(DaskArray array) {
        @SuppressWarnings("MustBeClosedChecker") // end closes it
        Computation.Prepared prepared = Computation.prepare(List.of(array.array()), ArrayMemory.collected());
        return new ScriptGraph(prepared.graph(), prepared.keys(), result -> prepared.arrays().getFirst(),
                prepared.released(), prepared::close);
    }

    private static Object plain(Object value) {
        return switch (value) {
            // the session's memory may be gone when the answer is read
            case NDArray array -> array.copy(ArrayMemory.collected());
            case Scalar scalar -> scalar.array().copy(ArrayMemory.collected());
            case Number number -> number;
            case Boolean truth -> truth;
            default -> Repr.repr(value);
        };
    }
}
