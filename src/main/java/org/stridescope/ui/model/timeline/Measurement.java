package org.stridescope.ui.model.timeline;

import java.util.List;
import java.util.Locale;

import org.stridescope.trace.Recording;
import org.stridescope.trace.TraceEvent.MemorySample;
import org.stridescope.ui.model.Figures;

/** What happened between two points, in words. */
public final class Measurement {
    private Measurement() {}

    /** Elapsed time, processors used, memory gained and collections within a stretch; short parts of one line. */
    public static List<String> of(TimelineData data, Span span) {
        Recording recording = data.recording();
        double cpu = recording.threads().stream().mapToDouble(t -> t.cpuNanosBetween(span.from(), span.to())).sum();
        Readings readings = new Readings(data, span);
        MemorySample before = readings.sampleAt(span.from());
        MemorySample after = readings.sampleAt(span.to());
        String memory = before == null || after == null
                ? "no memory sample"
                : "resident " + signed(after.residentBytes() - before.residentBytes());
        long stops = recording.collections().stream().filter(stop -> span.contains(stop.nanos())).count();
        return List.of(Figures.duration(span.length() / 1e9),
                String.format(Locale.ROOT, "%.1f processors", span.length() == 0 ? 0 : cpu / span.length()),
                "CPU " + Figures.duration(cpu / 1e9), memory,
                stops + (stops == 1 ? " collection" : " collections"));
    }

    private static String signed(long bytes) {
        return (bytes >= 0 ? "+" : "") + Figures.bytes(bytes);
    }
}
