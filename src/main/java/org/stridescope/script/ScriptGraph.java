package org.stridescope.script;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.chunked.Computation;
import org.stridescope.graph.Key;
import org.stridescope.graph.TaskGraph;
import org.stridescope.schedule.RunResult;
import org.stridescope.schedule.process.ParcelCodec;

/**
 * The graph behind a value that a script left uncomputed, ready to be run by any scheduler.
 *
 * @param answer   the value in plain terms: a number, a text, an array
 * @param released told of results that are not needed any more
 * @param opened   whether {@code released} wants values as they are, not as an executor holds them
 * @param printed  what its tasks printed, once the answer is there
 * @param end      to be called when the graph has run
 * @param codec    what worker processes know of the values in it
 */
public record ScriptGraph(TaskGraph graph, List<Key> keys, Function<RunResult, Object> answer,
        Consumer<Object> released, boolean opened, Supplier<String> printed, Runnable end, ParcelCodec codec) {
    /**
     * @param apart whether workers are to run it that do not share our memory
     * @throws ScriptError where the value is neither delayed nor a chunked array
     */
    public static ScriptGraph of(Session session, Object value, boolean apart) {
        try {
            return made(session, value, apart);
        } catch (StackOverflowError e) { // a list that contains itself, as in Python
            throw new ScriptError("RecursionError", "maximum recursion depth exceeded");
        }
    }

    private static ScriptGraph made(Session session, Object value, boolean apart) {
        ParcelCodec codec = ScriptParcels.of(session.library());
        return switch (value) {
            case DaskArray array -> ofArray(array, apart, codec, session.interpreter()::printed);
            case DaskDelayed delayed -> {
                Interpreter in = session.interpreter();
                TaskGraph graph = DaskGraph.of(List.of(delayed), in, array -> {
                    throw ScriptError.type("a chunked array inside a delayed call: compute it first");
                });
                yield new ScriptGraph(graph, List.of(delayed.key),
                        result -> plain(DaskProcesses.plain(result.value(delayed.key), in)),
                        held -> DaskProcesses.plain(held, in), true, in::printed, () -> {}, codec);
            }
            default -> throw ScriptError.type("the last expression is " + Types.name(value)
                    + ", neither delayed nor a chunked array; leave .compute() out");
        };
    }

    private static ScriptGraph ofArray(DaskArray array, boolean apart, ParcelCodec codec, Supplier<String> printed) {
        @SuppressWarnings("MustBeClosedChecker") // end closes it
        Computation.Prepared prepared = apart
                ? Computation.prepareApart(List.of(array.array()), ArrayMemory.collected())
                : Computation.prepare(List.of(array.array()), ArrayMemory.collected());
        return new ScriptGraph(prepared.graph(), prepared.keys(), result -> {
            prepared.collect().accept(result);
            return prepared.arrays().getFirst();
        }, prepared.released(), false, printed, prepared::close, codec);
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
