package org.stridescope.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.stridescope.trace.MemoryTrace;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RunTrace;
import org.stridescope.trace.ThreadTrace;

/** A recording in figures, as {@code info} tells it. Seconds and bytes. */
public record RecordingSummary(String experiment, Map<String, String> settings, double durationSeconds, List<Run> runs,
        List<ThreadRow> threads, Memory memory, int collections, long dropped) {

    /** One variant's run; {@code outcome} in small letters, or running where it did not end. */
    public record Run(String variant, double startSeconds, double seconds, int tilesDone, int tiles, String outcome,
            String message) {}

    public record ThreadRow(String name, boolean isNative, double cpuSeconds, int samples) {}

    public record Memory(long peakHeapBytes, long peakOffHeapBytes, long peakResidentBytes, int samples) {}

    public static RecordingSummary of(Recording recording) {
        MemoryTrace memory = recording.memory();
        long end = Long.MAX_VALUE;
        return new RecordingSummary(recording.experiment(), new TreeMap<>(recording.settings()),
                recording.durationNanos() / 1e9, recording.runs().stream().map(RecordingSummary::run).toList(),
                recording.threads().stream().map(RecordingSummary::thread).toList(),
                new Memory(memory.peakHeap(0, end), memory.peakOffHeap(0, end), memory.peakResident(0, end),
                        memory.samples().size()),
                recording.collections().size(), recording.dropped());
    }

    private static Run run(RunTrace run) {
        String outcome = run.outcome() == null ? "running" : run.outcome().name().toLowerCase(Locale.ROOT);
        return new Run(run.variant(), run.startNanos() / 1e9, run.durationNanos() / 1e9, run.tiles().size(),
                run.tileCount(), outcome, run.message());
    }

    private static ThreadRow thread(ThreadTrace thread) {
        return new ThreadRow(thread.name(), thread.isNative(), thread.cpuNanos() / 1e9, thread.samples());
    }

    /** As {@code info --json} prints it. A race has no tasks, and lines are not sampled yet: both are there, and empty. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("experiment", experiment);
        json.put("settings", settings);
        json.put("duration_s", durationSeconds);
        json.put("runs", runs.stream().map(RecordingSummary::json).toList());
        json.put("threads", threads.stream().map(RecordingSummary::json).toList());
        Map<String, Object> peaks = new LinkedHashMap<>();
        peaks.put("peak_heap_bytes", memory.peakHeapBytes());
        peaks.put("peak_offheap_bytes", memory.peakOffHeapBytes());
        peaks.put("peak_rss_bytes", memory.peakResidentBytes());
        peaks.put("samples", memory.samples());
        json.put("memory", peaks);
        Map<String, Object> tasks = new LinkedHashMap<>();
        tasks.put("count", 0);
        tasks.put("workers", 0);
        tasks.put("critical_path_s", 0.0);
        tasks.put("makespan_s", 0.0);
        tasks.put("busy_fraction", 0.0);
        json.put("tasks", tasks);
        json.put("lines", List.of());
        json.put("collections", collections);
        json.put("dropped", dropped);
        return json;
    }

    private static Map<String, Object> json(Run run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("variant", run.variant());
        json.put("start_s", run.startSeconds());
        json.put("duration_s", run.seconds());
        json.put("tiles_done", run.tilesDone());
        json.put("tiles", run.tiles());
        json.put("outcome", run.outcome());
        json.put("message", run.message());
        return json;
    }

    private static Map<String, Object> json(ThreadRow thread) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", thread.name());
        json.put("native", thread.isNative());
        json.put("cpu_s", thread.cpuSeconds());
        json.put("samples", thread.samples());
        return json;
    }
}
