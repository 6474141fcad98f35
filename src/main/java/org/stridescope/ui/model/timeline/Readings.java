package org.stridescope.ui.model.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.stridescope.trace.TraceEvent.MemorySample;
import org.stridescope.trace.TraceEvent.ThreadState;
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
            case LaneRow.Worker worker -> tasks(worker.lane().name(), worker.lane().tasks(), nanos);
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
        lane.thread().stateAt(nanos).ifPresent(state -> lines.add(words(state)));
        int lock = lane.locked().at(nanos);
        if (lock >= 0)
            lines.add(named(lane.locked().item(lock)));
        int task = lane.tasks().at(nanos);
        if (task >= 0)
            lines.add(named(lane.tasks().item(task)));
        return lines;
    }

    private static String words(ThreadState state) {
        String what = switch (state.activity()) {
            case RUNNING -> "running";
            case RUNNABLE -> "runnable, waits for a processor";
            case WAITING -> state.blockedOn().isEmpty() ? "waiting" : "waiting: " + state.blockedOn();
            case DISK -> "waiting for a device";
            case ENDED -> "ended";
        };
        return state.processor() < 0 ? what : what + " \u00b7 processor " + state.processor();
    }

    private static List<String> tasks(String name, SpanTrack tasks, long nanos) {
        int task = tasks.at(nanos);
        return List.of(name, task < 0 ? "no task" : named(tasks.item(task)));
    }

    private static String named(SpanTrack.Item item) {
        return item.label() + ", " + Figures.duration((item.to() - item.from()) / 1e9);
    }
}
