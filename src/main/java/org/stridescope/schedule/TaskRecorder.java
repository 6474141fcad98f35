package org.stridescope.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

import org.stridescope.graph.TaskGraph;
import org.stridescope.trace.Recorder;
import org.stridescope.trace.TraceEvent;

/** Writes what happens to the tasks of one run into a recording, as it happens. */
public final class TaskRecorder implements TaskListener {
    private final Recorder recorder;
    private final LongUnaryOperator clock;
    /** Of each task's result, and who made it: what is spilled, comes back or goes is told without. */
    private long[] bytes = {};
    private int[] makers = {};

    public TaskRecorder(Recorder recorder) {
        this.recorder = recorder;
        this.clock = recorder::at;
    }

    @Override
    public void started(TaskGraph graph, String scheduler, List<String> workers, long nanoTime) {
        long now = clock.applyAsLong(nanoTime);
        bytes = new long[graph.size()];
        makers = new int[graph.size()];
        for (int worker = 0; worker < workers.size(); worker++)
            recorder.add(new TraceEvent.WorkerSeen(now, worker, workers.get(worker), -1));
        for (int task = 0; task < graph.size(); task++) {
            List<Integer> dependencies = new ArrayList<>(graph.dependencyCount(task));
            for (int i = 0; i < graph.dependencyCount(task); i++)
                dependencies.add(graph.dependency(task, i));
            recorder.add(new TraceEvent.TaskSeen(now, task, graph.key(task).toString(), graph.key(task).name(),
                    dependencies));
        }
    }

    @Override
    public void changed(TaskChange change) {
        long at = clock.applyAsLong(change.endNano() == 0 ? change.nanoTime() : change.endNano());
        if (change.movedBytes() > 0) {
            long start = clock.applyAsLong(change.startNano());
            recorder.add(new TraceEvent.ResultMoved(start, change.task(), -1, change.worker(), change.movedBytes(),
                    start - change.transferNanos()));
        }
        boolean moves = change.to() == TaskState.SPILLED || change.from() == TaskState.SPILLED;
        if (!moves && change.to() == TaskState.IN_MEMORY) {
            bytes[change.task()] = change.bytes();
            makers[change.task()] = change.worker();
        }
        recorder.add(new TraceEvent.TaskChanged(at, change.task(), traced(change.to()),
                moves ? makers[change.task()] : change.worker(),
                moves && change.to() != TaskState.RELEASED ? bytes[change.task()] : change.bytes()));
    }

    private static org.stridescope.trace.TaskState traced(TaskState state) {
        return switch (state) {
            case WAITING -> org.stridescope.trace.TaskState.WAITING;
            case READY -> org.stridescope.trace.TaskState.READY;
            case RUNNING -> org.stridescope.trace.TaskState.RUNNING;
            case IN_MEMORY -> org.stridescope.trace.TaskState.DONE;
            case SPILLED -> org.stridescope.trace.TaskState.SPILLED;
            case RELEASED -> org.stridescope.trace.TaskState.RELEASED;
            case FAILED -> org.stridescope.trace.TaskState.FAILED;
        };
    }
}
