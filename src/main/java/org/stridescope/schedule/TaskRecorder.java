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

    public TaskRecorder(Recorder recorder) {
        this.recorder = recorder;
        this.clock = recorder::at;
    }

    @Override
    public void started(TaskGraph graph, String scheduler, List<String> workers, long nanoTime) {
        long now = clock.applyAsLong(nanoTime);
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
        if (change.to() == TaskState.SPILLED
                || change.from() == TaskState.SPILLED && change.to() == TaskState.IN_MEMORY)
            return; // on disk or not, the result is there
        long at = clock.applyAsLong(change.endNano() == 0 ? change.nanoTime() : change.endNano());
        if (change.movedBytes() > 0) {
            long start = clock.applyAsLong(change.startNano());
            recorder.add(new TraceEvent.ResultMoved(start, change.task(), -1, change.worker(), change.movedBytes(),
                    start - change.transferNanos()));
        }
        recorder.add(new TraceEvent.TaskChanged(at, change.task(), traced(change.to()), change.worker(),
                change.bytes()));
    }

    private static org.stridescope.trace.TaskState traced(TaskState state) {
        return switch (state) {
            case WAITING -> org.stridescope.trace.TaskState.WAITING;
            case READY -> org.stridescope.trace.TaskState.READY;
            case RUNNING -> org.stridescope.trace.TaskState.RUNNING;
            case IN_MEMORY, SPILLED -> org.stridescope.trace.TaskState.DONE;
            case RELEASED -> org.stridescope.trace.TaskState.RELEASED;
            case FAILED -> org.stridescope.trace.TaskState.FAILED;
        };
    }
}
