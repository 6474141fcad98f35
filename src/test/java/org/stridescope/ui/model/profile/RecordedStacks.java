package org.stridescope.ui.model.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.stridescope.trace.Recording;
import org.stridescope.trace.SampleKind;
import org.stridescope.trace.StackFrame;
import org.stridescope.trace.StackFrame.Kind;
import org.stridescope.trace.TraceEvent;

/**
 * A recording of 100 ms made up for tests: thread 0 runs {@code outer} calling {@code fast} in the first half and {@code slow}
 * in the second, ten samples of a millisecond each; thread 1 runs {@code slow} all along.
 */
final class RecordedStacks {
    static final long MS = 1_000_000;
    private static final StackFrame OUTER = new StackFrame(Kind.JAVA, "org.stridescope.Work", "outer", "Work.java", 1);
    private static final StackFrame FAST = new StackFrame(Kind.JAVA, "org.stridescope.Work", "fast", "Work.java", 2);
    private static final StackFrame SLOW = new StackFrame(Kind.NATIVE, "libwork.so", "slow", "work/slow.c", 3);

    private RecordedStacks() {}

    static Recording recording() {
        List<TraceEvent> events = new ArrayList<>(List.of(new TraceEvent.ThreadSeen(0, 0, "main", false),
                new TraceEvent.ThreadSeen(0, 1, "worker-1", false),
                new TraceEvent.StackSeen(0, 0, List.of(FAST, OUTER)),
                new TraceEvent.StackSeen(0, 1, List.of(SLOW, OUTER))));
        for (int i = 0; i <= 10; i++) {
            events.add(new TraceEvent.ThreadSample(i * 10 * MS, 0, i * MS));
            events.add(new TraceEvent.ThreadSample(i * 10 * MS, 1, i * MS));
        }
        for (int i = 0; i < 10; i++) {
            long at = i * 10 * MS + 5 * MS;
            events.add(new TraceEvent.StackSample(at, 0, i < 5 ? 0 : 1, SampleKind.CPU, MS));
            events.add(new TraceEvent.StackSample(at, 1, 1, SampleKind.CPU, MS));
        }
        return Recording.of("work", Map.of(), 100 * MS, events);
    }
}
