package org.stridescope.script;

import org.jspecify.annotations.Nullable;

import org.stridescope.graph.TaskGraph;
import org.stridescope.schedule.Executor;

/** Delayed calls for worker processes. */
final class DaskProcesses {
    private DaskProcesses() {}

    static Executor executor(int workers) {
        throw new ScriptError("RuntimeError", "scheduler='processes' needs worker processes, and there are none for "
                + workers + " here: use scheduler='threads'");
    }

    static TaskGraph portable(TaskGraph graph, Interpreter caller) {
        return graph;
    }

    static Object decoded(@Nullable Object value, Call call) {
        return value == null ? Values.Singleton.NONE : value;
    }
}
