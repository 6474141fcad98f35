package org.stridescope.script;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.NDArray;
import org.stridescope.chunked.ChunkedArray;
import org.stridescope.chunked.Computation;
import org.stridescope.graph.GraphError;
import org.stridescope.graph.Key;
import org.stridescope.graph.TaskGraph;
import org.stridescope.schedule.Executor;
import org.stridescope.schedule.RunOptions;
import org.stridescope.schedule.RunResult;
import org.stridescope.schedule.ScheduleError;
import org.stridescope.schedule.Scheduler;
import org.stridescope.script.Values.PyDict;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyTuple;

/** Delayed calls and chunked arrays computed: all of one call in one run, so that what they share is computed once. */
final class DaskRun {
    private final Call call;
    private final Map<ChunkedArray, Object> arrays = new IdentityHashMap<>();
    private final Map<DaskDelayed, Object> delayed = new IdentityHashMap<>();

    private DaskRun(Call call) {
        this.call = call;
    }

    /** The values with all that is delayed in them computed. */
    static List<Object> compute(Call call, DaskSettings settings, List<Object> values) {
        DaskRun run = new DaskRun(call);
        try (Executor executor = settings.executor(call)) {
            run.all(values, executor);
            return values.stream().map(run::settled).toList();
        } catch (ScheduleError e) {
            throw run.asScript(e);
        } catch (GraphError e) {
            throw new ScriptError("RuntimeError", String.valueOf(e.getMessage()));
        }
    }

    private void all(List<Object> values, Executor executor) {
        List<DaskDelayed> wanted = new ArrayList<>();
        List<DaskArray> chunked = new ArrayList<>();
        for (Object value : values)
            DaskGraph.each(value, wanted::add, chunked::add);
        for (DaskDelayed each : DaskGraph.withInputs(wanted))
            for (Object argument : each.holds())
                DaskGraph.each(argument, inner -> {}, chunked::add);
        if (!chunked.isEmpty())
            arrays(chunked, executor);
        if (!wanted.isEmpty())
            delayed(wanted, executor);
    }

    private void arrays(List<DaskArray> chunked, Executor executor) {
        List<ChunkedArray> all = chunked.stream().map(DaskArray::array).distinct().toList();
        List<NDArray> results = Computation.compute(all, executor, RunOptions.DEFAULT, call.memory()).arrays();
        for (int i = 0; i < all.size(); i++)
            arrays.put(all.get(i), Arrays.unwrapped(results.get(i)));
    }

    private void delayed(List<DaskDelayed> wanted, Executor executor) {
        TaskGraph graph = DaskGraph.of(wanted, call.interpreter(), this::computed);
        List<Key> keys = wanted.stream().map(each -> each.key).toList();
        RunResult result = Scheduler.run(graph, keys, executor, DaskProcesses.options(executor, call.interpreter()));
        for (DaskDelayed each : wanted) {
            delayed.put(each, DaskProcesses.plain(result.value(each.key), call.interpreter()));
        }
    }

    private Object computed(DaskArray array) {
        return java.util.Objects.requireNonNull(arrays.get(array.array()));
    }

    private Object settled(Object value) {
        return switch (value) {
            case DaskDelayed one -> java.util.Objects.requireNonNull(delayed.get(one));
            case DaskArray one -> computed(one);
            case PyList list -> new PyList(new ArrayList<>(list.items.stream().map(this::settled).toList()));
            case PyTuple tuple -> new PyTuple(tuple.items().stream().map(this::settled).toList());
            case PyDict dict -> {
                PyDict made = new PyDict();
                dict.entries.forEach((key, item) -> made.entries.put(key, settled(item)));
                yield made;
            }
            default -> value;
        };
    }

    /** What the task threw, as dask raises it; what the scheduler says where no task is at fault. */
    private RuntimeException asScript(ScheduleError e) {
        return asScript(e, call.interpreter());
    }

    static RuntimeException asScript(ScheduleError e, Interpreter in) {
        for (@Nullable
        Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ScriptError error)
                return error;
            if (cause instanceof ArrayError error)
                return ScriptError.of(error);
            if (cause instanceof org.stridescope.io.IoError error)
                return new ScriptError("OSError", String.valueOf(error.getMessage()));
        }
        return switch (e.reason()) {
            case CANCELLED -> Interpreter.late(in.limits);
            case NOT_PORTABLE -> ScriptError.type(String.valueOf(e.getMessage()));
            default -> new ScriptError("RuntimeError", String.valueOf(e.getMessage()));
        };
    }
}
