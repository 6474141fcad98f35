package org.stridescope.export;

import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

import org.stridescope.trace.CounterTrace;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RunTrace;
import org.stridescope.trace.ThreadTrace;
import org.stridescope.trace.TraceEvent;

/**
 * A recording in Chrome's trace event format, which Perfetto opens: runs and tiles as slices, CPU use of every thread (percent
 * of one processor), memory and other quantities as counters, collections as slices, tasks as slices of a process of their own. Times are microseconds. The format wants slices of one
 * thread to nest, but a native kernel reports the tiles of all its workers by the thread that called it: tiles that overlap go
 * on further lanes beside their thread's.
 */
public final class ChromeTrace {
    private static final int PROCESS = 1;
    /** Lanes of a thread's tiles; the first number of a thread's lanes is its own times this, from 100 on. */
    private static final int LANES = 100;
    private static final int RUNS_LANE = 1;
    private static final int COLLECTIONS_LANE = 2;

    private final JsonGenerator json;
    private final Map<Integer, Long> laneEnds = new HashMap<>();
    private final Map<Integer, String> threadNames = new HashMap<>();

    private ChromeTrace(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the whole trace; the writer is left open. A failure to write is a {@link tools.jackson.core.JacksonException}. */
    public static void write(Recording recording, Writer out) {
        JsonGenerator json = new JsonMapper().createGenerator(out);
        ChromeTrace trace = new ChromeTrace(json);
        json.writeStartObject();
        json.writeStringProperty("displayTimeUnit", "ms");
        json.writeObjectPropertyStart("otherData");
        json.writeStringProperty("experiment", recording.experiment());
        new TreeMap<>(recording.settings()).forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeArrayPropertyStart("traceEvents");
        trace.events(recording);
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    private void events(Recording recording) {
        named("process_name", 0, "Stridescope: " + recording.experiment());
        named("thread_name", RUNS_LANE, "runs");
        for (ThreadTrace thread : recording.threads()) {
            threadNames.put(thread.thread(), thread.name());
            lane(thread.thread(), 0);
            cpu(thread);
        }
        for (RunTrace run : recording.runs())
            run(run);
        recording.memory().samples().forEach(this::memory);
        for (CounterTrace counter : recording.counters())
            counter(counter);
        new ChromeTasks(json, recording).write();
        if (!recording.collections().isEmpty())
            named("thread_name", COLLECTIONS_LANE, "collections");
        for (TraceEvent.Collection each : recording.collections()) {
            slice(each.collector(), "collection", COLLECTIONS_LANE, each.nanos() - each.durationNanos(), each.nanos());
            json.writeEndObject();
        }
    }

    private void run(RunTrace run) {
        slice(run.variant(), "run", RUNS_LANE, run.startNanos(), run.endNanos());
        json.writeObjectPropertyStart("args");
        json.writeStringProperty("outcome", run.outcome() == null ? "running" : run.outcome().name());
        json.writeNumberProperty("rows", run.rows());
        json.writeNumberProperty("columns", run.columns());
        json.writeEndObject();
        json.writeEndObject();
        for (TraceEvent.TileDone tile : run.tiles()) {
            slice(run.variant() + " tile " + tile.tile(), "tile", laneOf(tile), tile.startNanos(), tile.nanos());
            json.writeObjectPropertyStart("args");
            json.writeStringProperty("rows", tile.row() + ":" + tile.rowEnd());
            json.writeStringProperty("columns", tile.column() + ":" + tile.columnEnd());
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    /** The first of its thread's lanes that is free when the tile begins. */
    private int laneOf(TraceEvent.TileDone tile) {
        for (int i = 0; i < LANES; i++) {
            int lane = LANES * (tile.thread() + 1) + i;
            Long end = laneEnds.get(lane);
            if (end != null && end > tile.startNanos())
                continue;
            if (end == null && i > 0)
                lane(tile.thread(), i);
            laneEnds.put(lane, tile.nanos());
            return lane;
        }
        return LANES * (tile.thread() + 1);
    }

    private void lane(int thread, int index) {
        String name = threadNames.getOrDefault(thread, "thread " + thread);
        named("thread_name", LANES * (thread + 1) + index, index == 0 ? name : name + " (lane " + (index + 1) + ")");
    }

    private void cpu(ThreadTrace thread) {
        for (int i = 1; i < thread.samples(); i++) {
            counter("CPU % of " + thread.name() + " #" + thread.thread(), thread.nanosAt(i - 1));
            json.writeNumberProperty("percent", 100 * thread.utilisation(thread.nanosAt(i - 1), thread.nanosAt(i)));
            endCounter();
        }
    }

    private void counter(CounterTrace trace) {
        for (int i = 0; i < trace.samples(); i++) {
            counter(trace.name(), trace.nanosAt(i));
            json.writeNumberProperty("value", trace.valueAt(i));
            endCounter();
        }
    }

    private void memory(TraceEvent.MemorySample sample) {
        counter("memory", sample.nanos());
        json.writeNumberProperty("heap", sample.heapBytes());
        json.writeNumberProperty("off-heap arrays", sample.offHeapBytes());
        endCounter();
        counter("resident set", sample.nanos());
        json.writeNumberProperty("bytes", sample.residentBytes());
        endCounter();
    }

    private void named(String what, int lane, String name) {
        begin(what, "M", lane);
        json.writeObjectPropertyStart("args");
        json.writeStringProperty("name", name);
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Begins a slice; the caller adds arguments and ends the object. */
    private void slice(String name, String category, int lane, long startNanos, long endNanos) {
        begin(name, "X", lane);
        json.writeStringProperty("cat", category);
        json.writeNumberProperty("ts", startNanos / 1e3);
        json.writeNumberProperty("dur", (endNanos - startNanos) / 1e3);
    }

    private void counter(String name, long nanos) {
        begin(name, "C", 0);
        json.writeNumberProperty("ts", nanos / 1e3);
        json.writeObjectPropertyStart("args");
    }

    private void endCounter() {
        json.writeEndObject();
        json.writeEndObject();
    }

    private void begin(String name, String phase, int lane) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeStringProperty("ph", phase);
        json.writeNumberProperty("pid", PROCESS);
        json.writeNumberProperty("tid", lane);
    }
}
