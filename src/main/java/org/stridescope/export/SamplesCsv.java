package org.stridescope.export;

import java.io.IOException;
import java.util.Locale;

import org.stridescope.trace.Recording;
import org.stridescope.trace.RunTrace;
import org.stridescope.trace.ThreadTrace;
import org.stridescope.trace.TraceEvent;

/**
 * The samples of a recording as one long table (RFC 4180), a value a line: {@code time_s,series,thread,name,value}. Series are
 * thread_cpu_s (since the thread's start), heap_bytes, offheap_bytes, resident_bytes, collection_s (ending at that time) and
 * tile_s (of the run in {@code name}, ending at that time). Lines come series by series, each in order of time.
 */
public final class SamplesCsv {
    private final Appendable out;

    private SamplesCsv(Appendable out) {
        this.out = out;
    }

    public static void write(Recording recording, Appendable out) throws IOException {
        SamplesCsv table = new SamplesCsv(out);
        out.append("time_s,series,thread,name,value\r\n");
        for (ThreadTrace thread : recording.threads())
            table.thread(thread);
        for (TraceEvent.MemorySample sample : recording.memory().samples()) {
            table.line(sample.nanos(), "heap_bytes", "", "", Long.toString(sample.heapBytes()));
            table.line(sample.nanos(), "offheap_bytes", "", "", Long.toString(sample.offHeapBytes()));
            table.line(sample.nanos(), "resident_bytes", "", "", Long.toString(sample.residentBytes()));
        }
        for (TraceEvent.Collection each : recording.collections()) {
            table.line(each.nanos(), "collection_s", "", each.collector(), seconds(each.durationNanos()));
        }
        for (TraceEvent.LineCost cost : recording.lines())
            table.line(cost);
        for (RunTrace run : recording.runs()) {
            for (TraceEvent.TileDone tile : run.tiles()) {
                table.line(tile.nanos(), "tile_s", Integer.toString(tile.thread()), run.variant(),
                        seconds(tile.nanos() - tile.startNanos()));
            }
        }
    }

    /** Lines of scripts with what they have cost until then. */
    private void line(TraceEvent.LineCost cost) throws IOException {
        String name = cost.file() + ":" + cost.line();
        line(cost.nanos(), "line_hits", "", name, Long.toString(cost.hits()));
        line(cost.nanos(), "line_s", "", name, seconds(cost.selfNanos()));
        line(cost.nanos(), "line_allocated_bytes", "", name, Long.toString(cost.allocatedBytes()));
        line(cost.nanos(), "line_freed_bytes", "", name, Long.toString(cost.freedBytes()));
        line(cost.nanos(), "line_copies", "", name, Long.toString(cost.copies()));
    }

    private void thread(ThreadTrace thread) throws IOException {
        String number = Integer.toString(thread.thread());
        for (int i = 0; i < thread.samples(); i++) {
            line(thread.nanosAt(i), "thread_cpu_s", number, thread.name(), seconds(thread.cpuNanosAt(i)));
        }
    }

    private void line(long nanos, String series, String thread, String name, String value) throws IOException {
        out.append(seconds(nanos)).append(',').append(series).append(',').append(thread).append(',')
                .append(quoted(name))
                .append(',').append(value).append("\r\n");
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%d.%09d", nanos / 1_000_000_000, nanos % 1_000_000_000);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
