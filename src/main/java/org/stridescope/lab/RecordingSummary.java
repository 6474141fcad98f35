package org.stridescope.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.stridescope.explain.findings.Finding;
import org.stridescope.explain.findings.Findings;
import org.stridescope.explain.lines.LineCosts;
import org.stridescope.explain.lines.LineRow;
import org.stridescope.explain.lines.Selection;
import org.stridescope.trace.MemoryTrace;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RunTrace;
import org.stridescope.trace.ThreadTrace;
import org.stridescope.trace.TraceEvent;

/** A recording in figures, as {@code info} tells it. Seconds and bytes. */
public record RecordingSummary(String experiment, Map<String, String> settings, double durationSeconds, List<Run> runs,
        List<ThreadRow> threads, Memory memory, TaskFigures tasks, List<LineRow> lines, List<Probe> probes,
        List<Finding> findings, int collections, long dropped) {

    /** One variant's run; {@code outcome} in small letters, or running where it did not end. */
    public record Run(String variant, double startSeconds, double seconds, int tilesDone, int tiles, String outcome,
            String message) {}

    public record ThreadRow(String name, boolean isNative, double cpuSeconds, int samples) {}

    /** What a probe cost; {@code share} of one core. */
    public record Probe(String name, long samples, double cpuSeconds, double share, String note) {}

    public record Memory(long peakHeapBytes, long peakOffHeapBytes, long peakResidentBytes, int samples) {}

    public static RecordingSummary of(Recording recording) {
        MemoryTrace memory = recording.memory();
        long end = Long.MAX_VALUE;
        return new RecordingSummary(recording.experiment(), new TreeMap<>(recording.settings()),
                recording.durationNanos() / 1e9, recording.runs().stream().map(RecordingSummary::run).toList(),
                recording.threads().stream().map(RecordingSummary::thread).toList(),
                new Memory(memory.peakHeap(0, end), memory.peakOffHeap(0, end), memory.peakResident(0, end),
                        memory.samples().size()),
                TaskFigures.of(recording), LineCosts.of(recording, Selection.ALL).rows(), probes(recording),
                Findings.of(recording), recording.collections().size(), recording.dropped());
    }

    private static List<Probe> probes(Recording recording) {
        Map<String, Probe> last = new TreeMap<>();
        double seconds = Math.max(1, recording.durationNanos()) / 1e9;
        for (TraceEvent.ProbeCost cost : recording.probes())
            last.put(cost.probe(), new Probe(cost.probe(), cost.samples(), cost.cpuNanos() / 1e9,
                    cost.cpuNanos() / 1e9 / seconds, cost.note()));
        return List.copyOf(last.values());
    }

    private static Run run(RunTrace run) {
        String outcome = run.outcome() == null ? "running" : run.outcome().name().toLowerCase(Locale.ROOT);
        return new Run(run.variant(), run.startNanos() / 1e9, run.durationNanos() / 1e9, run.tiles().size(),
                run.tileCount(), outcome, run.message());
    }

    private static ThreadRow thread(ThreadTrace thread) {
        return new ThreadRow(thread.name(), thread.isNative(), thread.cpuNanos() / 1e9, thread.samples());
    }

    /** As {@code info --json} prints it. */
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
        json.put("tasks", tasks.json());
        json.put("lines", lines.stream().map(RecordingSummary::json).toList());
        json.put("probes", probes.stream().map(RecordingSummary::json).toList());
        json.put("findings", findings.stream().map(Finding::sentence).toList());
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

    private static Map<String, Object> json(LineRow row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", row.file());
        json.put("line", row.line());
        json.put("function", row.function());
        json.put("kind", row.kind().name().toLowerCase(Locale.ROOT));
        json.put("self_samples", row.selfSamples());
        json.put("self_s", row.selfNanos() / 1e9);
        json.put("share", row.share());
        if (row.hits() >= 0)
            json.put("hits", row.hits());
        json.put("allocated_bytes", row.allocatedBytes());
        return json;
    }

    private static Map<String, Object> json(Probe probe) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", probe.name());
        json.put("samples", probe.samples());
        json.put("cpu_s", probe.cpuSeconds());
        json.put("share_of_a_core", probe.share());
        json.put("note", probe.note());
        return json;
    }
}
