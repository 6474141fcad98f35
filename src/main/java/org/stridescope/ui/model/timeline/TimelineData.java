package org.stridescope.ui.model.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.stridescope.trace.Recording;
import org.stridescope.trace.RunTrace;
import org.stridescope.trace.ThreadTrace;
import org.stridescope.trace.TraceEvent;
import org.stridescope.ui.model.Hues;

/**
 * A recording as the timeline draws it: every signal with its pyramid, threads sorted, pooled, and the idle ones set aside.
 * Made once and off the window's thread.
 *
 * @param runs the variants' runs; empty where the recording is of something else
 * @param groups threads of a pool together, a pool of one included, in the order of {@link ThreadKind} and busy ones first
 * @param idle threads that used less than half a percent of a processor and did no task
 * @param eventTimes where stepping stops, ascending
 */
public record TimelineData(Recording recording, long length, SpanTrack runs, MemoryBands memory, SpanTrack collections,
        List<ThreadGroup> groups, List<ThreadLane> idle, long[] eventTimes) {
    private static final double IDLE = 0.005;

    public static TimelineData of(Recording recording) {
        long length = Math.max(TimeWindow.NARROWEST, recording.durationNanos());
        List<ThreadLane> lanes = lanes(recording, length);
        List<ThreadLane> busy = lanes.stream().filter(lane -> !isIdle(lane)).toList();
        return new TimelineData(recording, length, runs(recording), MemoryBands.of(recording.memory(), length),
                collections(recording), groups(busy, length), lanes.stream().filter(TimelineData::isIdle).toList(),
                events(recording));
    }

    private static boolean isIdle(ThreadLane lane) {
        return lane.busy() < IDLE && lane.tasks().size() == 0;
    }

    private static SpanTrack runs(Recording recording) {
        return new SpanTrack(recording.runs().stream()
                .map(run -> new SpanTrack.Item(run.startNanos(), run.endNanos(), run.variant(), Hues.of(run.variant())))
                .toList());
    }

    private static SpanTrack collections(Recording recording) {
        return new SpanTrack(recording.collections().stream()
                .map(stop -> new SpanTrack.Item(Math.max(0, stop.nanos() - stop.durationNanos()), stop.nanos(),
                        stop.collector(), 0))
                .toList());
    }

    private static List<ThreadLane> lanes(Recording recording, long length) {
        Map<Integer, List<SpanTrack.Item>> tasks = tasks(recording);
        Map<String, Integer> taken = new HashMap<>();
        List<ThreadLane> lanes = new ArrayList<>();
        for (ThreadTrace thread : recording.threads()) {
            SpanTrack own = new SpanTrack(tasks.getOrDefault(thread.thread(), List.of()));
            String name = ThreadPool.shortName(thread.name());
            int before = taken.merge(name, 1, Integer::sum);
            lanes.add(new ThreadLane(thread, before == 1 ? name : name + " (" + before + ")",
                    ThreadPool.of(thread.name()), ThreadKind.of(thread.name(), own.size() > 0),
                    thread.utilisation(0, length), new StepsPyramid(new ThreadSteps(thread)), own));
        }
        return lanes;
    }

    /** Tiles by the thread that made them. */
    private static Map<Integer, List<SpanTrack.Item>> tasks(Recording recording) {
        Map<Integer, List<SpanTrack.Item>> tasks = new HashMap<>();
        for (RunTrace run : recording.runs()) {
            int hue = Hues.of(run.variant());
            for (TraceEvent.TileDone tile : run.tiles())
                tasks.computeIfAbsent(tile.thread(), _ -> new ArrayList<>())
                        .add(new SpanTrack.Item(tile.startNanos(), tile.nanos(), "tile " + tile.tile(), hue));
        }
        return tasks;
    }

    private static List<ThreadGroup> groups(List<ThreadLane> busy, long length) {
        Map<String, List<ThreadLane>> pools = new LinkedHashMap<>();
        busy.stream().sorted(Comparator.comparing(ThreadLane::kind).thenComparing(ThreadLane::label, new ByNumber()))
                .forEach(lane -> pools.computeIfAbsent(lane.kind() + lane.pool(), _ -> new ArrayList<>()).add(lane));
        return pools.values().stream()
                .map(lanes -> new ThreadGroup(lanes.getFirst().pool(), lanes.getFirst().kind(), lanes,
                        lanes.size() == 1
                                ? lanes.getFirst().utilisation()
                                : new GroupSignal(lanes.stream().<Signal>map(ThreadLane::utilisation).toList(),
                                        length)))
                .sorted(Comparator.comparing(ThreadGroup::kind)
                        .thenComparing(group -> -group.threads().stream().mapToDouble(ThreadLane::busy).sum()))
                .toList();
    }

    private static long[] events(Recording recording) {
        LongStream runs = recording.runs().stream()
                .flatMapToLong(run -> LongStream.concat(LongStream.of(run.startNanos(), run.endNanos()),
                        run.tiles().stream().mapToLong(TraceEvent::nanos)));
        LongStream stops = recording.collections().stream().mapToLong(TraceEvent::nanos);
        return LongStream.concat(runs, stops).sorted().distinct().toArray();
    }

    /** Worker 2 before worker 10. */
    private static final class ByNumber implements Comparator<String> {
        @Override
        public int compare(String a, String b) {
            String wordsA = a.replaceAll("\\d+", "");
            int words = wordsA.compareTo(b.replaceAll("\\d+", ""));
            if (words != 0)
                return words;
            int longer = Integer.compare(a.length(), b.length());
            return longer != 0 ? longer : a.compareTo(b);
        }
    }
}
