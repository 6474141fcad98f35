package org.stridescope.ui.model.timeline;

import java.util.List;
import java.util.stream.LongStream;

import org.stridescope.trace.Recording;
import org.stridescope.trace.TraceEvent;
import org.stridescope.ui.model.Hues;

/**
 * A recording as the timeline draws it: every signal with its pyramid, threads sorted, pooled, and the idle ones set aside.
 * Made once and off the window's thread.
 *
 * @param runs the variants' runs; empty where the recording is of something else
 * @param groups threads of a pool together, a pool of one included, in the order of {@link ThreadKind} and busy ones first
 * @param idle threads that used less than half a percent of a processor and did no task
 * @param workers workers that are no threads of the program
 * @param eventTimes where stepping stops, ascending
 */
public record TimelineData(Recording recording, long length, SpanTrack runs, MemoryBands memory, SpanTrack collections,
        List<ThreadGroup> groups, List<ThreadLane> idle, List<WorkerLane> workers, long[] eventTimes) {
    private static final double IDLE = 0.005;

    public static TimelineData of(Recording recording) {
        long length = Math.max(TimeWindow.NARROWEST, recording.durationNanos());
        LaneMaker maker = new LaneMaker(recording, length);
        List<ThreadLane> lanes = maker.threads();
        return new TimelineData(recording, length, runs(recording), MemoryBands.of(recording.memory(), length),
                collections(recording), maker.groups(lanes.stream().filter(lane -> !isIdle(lane)).toList()),
                lanes.stream().filter(TimelineData::isIdle).toList(), maker.workers(), events(recording));
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

    private static long[] events(Recording recording) {
        LongStream runs = recording.runs().stream()
                .flatMapToLong(run -> LongStream.concat(LongStream.of(run.startNanos(), run.endNanos()),
                        run.tiles().stream().mapToLong(TraceEvent::nanos)));
        LongStream others = LongStream.concat(recording.collections().stream().mapToLong(TraceEvent::nanos),
                recording.tasks().changes().stream().mapToLong(TraceEvent::nanos));
        return LongStream.concat(runs, others).sorted().distinct().toArray();
    }
}
