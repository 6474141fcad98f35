package org.stridescope.ui.model.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.stridescope.trace.TraceEvent.MemorySample;
import org.stridescope.ui.model.Figures;

/** The values under the pointer, in words. */
public final class Readings {
    private final TimelineData data;
    private final Span view;

    public Readings(TimelineData data, Span view) {
        this.data = data;
        this.view = view;
    }

    /** Short lines about a row at a time, the first its name. */
    public List<String> at(LaneRow row, long nanos) {
        return switch (row) {
            case LaneRow.Runs _ -> runs(nanos);
            case LaneRow.Memory _ -> memory(nanos);
            case LaneRow.Collections _ -> collection(nanos);
            case LaneRow.Pool pool -> pool(pool.group(), nanos);
            case LaneRow.Thread thread -> thread(thread.lane(), nanos);
            case LaneRow.Idle idle ->
                List.of(idle.count() + (idle.count() == 1 ? " thread" : " threads") + " below half a percent");
        };
    }

    private List<String> runs(long nanos) {
        int at = data.runs().at(nanos);
        if (at < 0)
            return List.of("between runs");
        SpanTrack.Item run = data.runs().item(at);
        return List.of(run.label(), "run of " + Figures.duration((run.to() - run.from()) / 1e9));
    }

    private List<String> memory(long nanos) {
        MemorySample sample = sampleAt(nanos);
        if (sample == null)
            return List.of("no memory sample yet");
        return List.of("resident " + Figures.bytes(sample.residentBytes()),
                "off-heap arrays " + Figures.bytes(sample.offHeapBytes()),
                "Java heap " + Figures.bytes(sample.heapBytes()),
                "rest " + Figures.bytes(MemoryBands.rest(sample)));
    }

    @Nullable
    MemorySample sampleAt(long nanos) {
        List<MemorySample> samples = data.memory().samples();
        int low = 0;
        int high = samples.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (samples.get(middle).nanos() <= nanos)
                low = middle + 1;
            else
                high = middle;
        }
        return low == 0 ? null : samples.get(low - 1);
    }

    private List<String> collection(long nanos) {
        long near = view.length() / 200;
        SpanTrack stops = data.collections();
        int first = stops.firstEndingFrom(nanos - near);
        if (first >= stops.size() || stops.from(first) > nanos + near)
            return List.of("no collection here");
        SpanTrack.Item stop = stops.item(first);
        return List.of(stop.label(), "collected for " + Figures.duration((stop.to() - stop.from()) / 1e9));
    }

    private List<String> pool(ThreadGroup group, long nanos) {
        double sum = 0;
        int busy = 0;
        for (ThreadLane lane : group.threads()) {
            double used = lane.utilisation().at(nanos);
            if (Double.isNaN(used))
                continue;
            sum += used;
            busy += used >= 0.5 ? 1 : 0;
        }
        return List.of(group.label(), String.format(Locale.ROOT, "%.1f processors busy", sum),
                busy + " of " + group.threads().size() + " threads above 50 %");
    }

    private List<String> thread(ThreadLane lane, long nanos) {
        List<String> lines = new ArrayList<>(List.of(lane.label()));
        double used = lane.utilisation().at(nanos);
        lines.add(Double.isNaN(used) ? "not there" : Figures.percent(used) + " of a processor");
        int task = lane.tasks().at(nanos);
        if (task >= 0) {
            SpanTrack.Item item = lane.tasks().item(task);
            lines.add(item.label() + ", " + Figures.duration((item.to() - item.from()) / 1e9));
        }
        return lines;
    }
}
