package org.stridescope.lab.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.stridescope.trace.TaskState;
import org.stridescope.trace.TaskTrace;
import org.stridescope.trace.TraceEvent.ResultMoved;
import org.stridescope.trace.TraceEvent.TaskChanged;

/**
 * What handing out a task costs: a worker ends one task and begins another that was ready by then, and what lies between is
 * neither of the two, nor what carrying results to the worker took.
 */
final class HandOutGaps {
    private HandOutGaps() {}

    /** Nanoseconds; 0 where a recording has no such gap. */
    static long median(TaskTrace trace, long now) {
        long[] gaps = gaps(trace, now).sorted().toArray();
        return gaps.length == 0 ? 0 : gaps[gaps.length / 2];
    }

    private static LongStream gaps(TaskTrace trace, long now) {
        Map<Integer, Long> ready = new HashMap<>();
        for (TaskChanged change : trace.changes()) {
            if (change.state() == TaskState.READY)
                ready.put(change.task(), change.nanos());
        }
        Map<Integer, Long> carried = new HashMap<>();
        for (ResultMoved move : trace.moves())
            carried.put(move.task(), move.nanos() - move.startNanos());
        long[] ended = new long[trace.workers().size()];
        Arrays.fill(ended, -1);
        List<TaskTrace.Span> spans = trace.spans(now);
        LongStream.Builder gaps = LongStream.builder();
        for (TaskTrace.Span span : spans) {
            if (span.worker() < 0 || span.worker() >= ended.length)
                continue;
            long before = ended[span.worker()];
            ended[span.worker()] = span.endNanos();
            if (before >= 0 && ready.getOrDefault(span.task(), Long.MAX_VALUE) <= before)
                gaps.add(Math.max(0, span.startNanos() - before - carried.getOrDefault(span.task(), 0L)));
        }
        return gaps.build();
    }
}
