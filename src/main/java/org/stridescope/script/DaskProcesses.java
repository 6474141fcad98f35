package org.stridescope.script;

import org.jspecify.annotations.Nullable;

import org.stridescope.schedule.Executor;
import org.stridescope.schedule.RunOptions;
import org.stridescope.schedule.process.ProcessLaunch;
import org.stridescope.schedule.process.ProcessesExecutor;

/**
 * Delayed calls in worker processes: functions go there with what they speak of, arrays lie in shared files, and what tasks
 * print comes back with their results.
 */
final class DaskProcesses {
    private DaskProcesses() {}

    static Executor executor(int workers, Library library) {
        ProcessesExecutor made = ProcessesExecutor.of(ProcessLaunch.java(ScriptWorkerMain.class.getName()), workers,
                ScriptParcels.of(library));
        made.startAll();
        return made;
    }

    /** What tasks print is printed here, also of those whose results only others need. */
    static RunOptions options(Executor executor, Interpreter in) {
        return executor.sharesMemory()
                ? RunOptions.DEFAULT
                : RunOptions.DEFAULT.withReleased(held -> plain(executor.value(held), in));
    }

    /** The value without what was printed on the way to it, which is printed. */
    static Object plain(@Nullable Object value, Interpreter in) {
        if (value instanceof DaskTasks.Printed(String text, Object inner)) {
            in.print(text);
            return inner;
        }
        return value == null ? Values.Singleton.NONE : value;
    }
}
