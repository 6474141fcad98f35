package org.stridescope.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.core.JsonGenerator;

import org.stridescope.trace.Recording;
import org.stridescope.trace.TaskTrace.Span;
import org.stridescope.trace.TraceEvent.TaskSeen;
import org.stridescope.trace.TraceEvent.WorkerSeen;

/**
 * Tasks of graphs in Chrome's trace event format: a process with a lane a worker, a slice a task, and an arrow (a flow) from the
 * end of each task to the start of every one that takes its result.
 */
final class ChromeTasks {
    private static final int PROCESS = 2;

    private final JsonGenerator json;
    private final Recording recording;
    private final Map<Integer, TaskSeen> tasks = new HashMap<>();
    private final Map<Integer, Span> ended = new HashMap<>();
    private int flows;

    ChromeTasks(JsonGenerator json, Recording recording) {
        this.json = json;
        this.recording = recording;
    }

    void write() {
        List<Span> spans = recording.tasks().spans(recording.durationNanos());
        if (spans.isEmpty())
            return;
        named("process_name", 0, "task graph");
        for (TaskSeen task : recording.tasks().tasks())
            tasks.put(task.task(), task);
        Set<Integer> named = new HashSet<>();
        for (WorkerSeen worker : recording.tasks().workers()) {
            if (named.add(worker.worker()))
                named("thread_name", lane(worker.worker()), worker.name());
        }
        for (Span span : spans) {
            if (named.add(span.worker()))
                named("thread_name", lane(span.worker()), "worker " + span.worker());
            slice(span);
        }
        for (Span span : spans)
            ended.put(span.task(), span);
        for (Span span : spans)
            arrows(span);
    }

    /** Lanes begin at 1; that of nobody is 0. */
    private static int lane(int worker) {
        return Math.max(0, worker + 1);
    }

    private void slice(Span span) {
        TaskSeen task = tasks.get(span.task());
        begin(task == null ? "task " + span.task() : task.name(), "X", lane(span.worker()), span.startNanos());
        json.writeStringProperty("cat", "task");
        json.writeNumberProperty("dur", (span.endNanos() - span.startNanos()) / 1e3);
        json.writeObjectPropertyStart("args");
        json.writeStringProperty("key", task == null ? "" : task.key());
        json.writeStringProperty("end", span.end().name());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void arrows(Span span) {
        TaskSeen task = tasks.get(span.task());
        for (int dependency : task == null ? List.<Integer>of() : task.dependencies()) {
            Span from = ended.get(dependency);
            if (from == null || from.endNanos() > span.startNanos())
                continue;
            int flow = ++flows;
            // within the slice: a flow binds to the slice that encloses it
            flow("s", flow, from, from.startNanos() + (from.endNanos() - from.startNanos()) / 2);
            flow("f", flow, span, span.startNanos());
        }
    }

    private void flow(String phase, int number, Span span, long nanos) {
        begin("result", phase, lane(span.worker()), nanos);
        json.writeStringProperty("cat", "dependency");
        json.writeNumberProperty("id", number);
        if (phase.equals("f"))
            json.writeStringProperty("bp", "e");
        json.writeEndObject();
    }

    private void named(String what, int lane, String name) {
        json.writeStartObject();
        json.writeStringProperty("name", what);
        json.writeStringProperty("ph", "M");
        json.writeNumberProperty("pid", PROCESS);
        json.writeNumberProperty("tid", lane);
        json.writeObjectPropertyStart("args");
        json.writeStringProperty("name", name);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void begin(String name, String phase, int lane, long nanos) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeStringProperty("ph", phase);
        json.writeNumberProperty("pid", PROCESS);
        json.writeNumberProperty("tid", lane);
        json.writeNumberProperty("ts", nanos / 1e3);
    }
}
