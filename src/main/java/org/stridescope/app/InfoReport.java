package org.stridescope.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stridescope.trace.Recording;
import org.stridescope.trace.RunTrace;
import org.stridescope.trace.ThreadTrace;
import org.stridescope.trace.TraceEvent.MemorySample;
import org.stridescope.trace.TraceEvent.TileDone;

/** A recording in figures; seconds and bytes. A tile counts as a task: tiles of a run do not depend on each other. */
final class InfoReport {
    private InfoReport() {}

    static Map<String, Object> of(Recording recording) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("experiment", recording.experiment());
        report.put("settings", recording.settings());
        report.put("duration_s", seconds(recording.durationNanos()));
        report.put("runs", recording.runs().stream().map(InfoReport::run).toList());
        report.put("threads", recording.threads().stream().map(InfoReport::thread).toList());
        report.put("memory", memory(recording.memory().samples()));
        report.put("tasks", tasks(recording.runs()));
        report.put("lines", List.of());
        report.put("dropped", recording.dropped());
        return report;
    }

    private static Map<String, Object> run(RunTrace run) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("variant", run.variant());
        entry.put("outcome", run.outcome() == null ? "unfinished" : run.outcome().name().toLowerCase(java.util.Locale.ROOT));
        entry.put("duration_s", seconds(run.durationNanos()));
        entry.put("tiles", run.tiles().size());
        return entry;
    }

    private static Map<String, Object> thread(ThreadTrace thread) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", thread.name());
        entry.put("native", thread.isNative());
        entry.put("cpu_s", seconds(thread.cpuNanos()));
        entry.put("samples", thread.samples());
        return entry;
    }

    private static Map<String, Object> memory(List<MemorySample> samples) {
        Map<String, Object> memory = new LinkedHashMap<>();
        memory.put("peak_heap_bytes", samples.stream().mapToLong(MemorySample::heapBytes).max().orElse(0));
        memory.put("peak_offheap_bytes", samples.stream().mapToLong(MemorySample::offHeapBytes).max().orElse(0));
        memory.put("peak_rss_bytes", samples.stream().mapToLong(MemorySample::residentBytes).max().orElse(0));
        memory.put("samples", samples.size());
        return memory;
    }

    private static Map<String, Object> tasks(List<RunTrace> runs) {
        List<TileDone> tiles = runs.stream().flatMap(run -> run.tiles().stream()).toList();
        long workers = tiles.stream().mapToInt(TileDone::thread).distinct().count();
        long makespan = runs.stream().mapToLong(RunTrace::durationNanos).sum();
        long busy = tiles.stream().mapToLong(InfoReport::duration).sum();
        long critical = runs.stream().mapToLong(run -> run.tiles().stream().mapToLong(InfoReport::duration).max().orElse(0))
                .sum();
        Map<String, Object> tasks = new LinkedHashMap<>();
        tasks.put("count", tiles.size());
        tasks.put("workers", workers);
        tasks.put("critical_path_s", seconds(critical));
        tasks.put("makespan_s", seconds(makespan));
        tasks.put("busy_fraction", makespan == 0 || workers == 0 ? 0 : Math.min(1, (double) busy / makespan / workers));
        return tasks;
    }

    private static long duration(TileDone tile) {
        return tile.nanos() - tile.startNanos();
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
