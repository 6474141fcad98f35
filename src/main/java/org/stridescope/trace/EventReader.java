package org.stridescope.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * Bytes to events, as {@link EventWriter} wrote them; one reader a block. Bytes that are no event throw
 * IllegalArgumentException.
 */
final class EventReader {
    private static final int MOST_PIXELS = 1 << 20;
    private static final int MOST_FRAMES = 1 << 16;

    private final Bytes.In in;
    private final LastValues cpuNanos = new LastValues();
    private final List<String> names = new ArrayList<>();
    private long nanos;
    private long heap;
    private long offHeap;
    private long resident;

    EventReader(Bytes.In in) {
        this.in = in;
    }

    /** Hands the next event over. */
    void read(EventSink sink) {
        int tag = in.one();
        nanos += in.signed();
        switch (tag) {
            case EventTag.THREAD -> {
                int thread = number();
                sink.threadSample(nanos, thread, cpuNanos.add(thread, in.signed()));
            }
            case EventTag.STACK_SAMPLE ->
                sink.stackSample(nanos, number(), number(), one(SampleColumns.KINDS, "kind of sample"), in.signed());
            case EventTag.COUNTER -> sink.counter(nanos, name(), in.signed());
            default -> sink.event(event(tag));
        }
    }

    private TraceEvent event(int tag) {
        return switch (tag) {
            case EventTag.SEEN -> new TraceEvent.ThreadSeen(nanos, number(), in.text(), in.one() != 0);
            case EventTag.MEMORY -> memory();
            case EventTag.COLLECTION -> new TraceEvent.Collection(nanos, in.text(), in.unsigned());
            case EventTag.STARTED ->
                new TraceEvent.RunStarted(nanos, number(), in.text(), in.unsigned(), in.unsigned(), number());
            case EventTag.TILE -> tile();
            case EventTag.ENDED ->
                new TraceEvent.RunEnded(nanos, number(), one(RunOutcome.values(), "outcome"), in.text());
            case EventTag.STATE -> new TraceEvent.ThreadState(nanos, number(), one(Activity.values(), "activity"),
                    signed(), in.signed(), in.signed(), name());
            case EventTag.STACK -> stack();
            case EventTag.LOCK ->
                new TraceEvent.LockWait(nanos, number(), name(), signed(), in.unsigned(), signed());
            case EventTag.WORKER -> new TraceEvent.WorkerSeen(nanos, number(), in.text(), signed());
            case EventTag.TASK -> task();
            case EventTag.TASK_CHANGED -> new TraceEvent.TaskChanged(nanos, number(),
                    one(TaskState.values(), "state of a task"), signed(), in.unsigned());
            case EventTag.MOVED -> new TraceEvent.ResultMoved(nanos, number(), signed(), signed(), in.unsigned(),
                    nanos - in.signed());
            case EventTag.OLD_LINE -> new TraceEvent.LineCost(nanos, name(), number(), in.unsigned(), in.signed(),
                    in.signed(), 0, 0);
            case EventTag.LINE -> new TraceEvent.LineCost(nanos, name(), number(), in.unsigned(), in.signed(),
                    in.signed(), in.signed(), in.signed());
            case EventTag.PROBE -> new TraceEvent.ProbeCost(nanos, name(), in.unsigned(), in.unsigned(), name());
            case EventTag.MARK -> new TraceEvent.Mark(nanos, in.text());
            default -> throw new IllegalArgumentException("it has an event of the unknown kind " + tag);
        };
    }

    private TraceEvent.MemorySample memory() {
        heap += in.signed();
        offHeap += in.signed();
        resident += in.signed();
        return new TraceEvent.MemorySample(nanos, heap, offHeap, resident);
    }

    private TraceEvent stack() {
        int stack = number();
        int count = in.count(MOST_FRAMES);
        List<StackFrame> frames = new ArrayList<>();
        for (int i = 0; i < count; i++)
            frames.add(
                    new StackFrame(one(StackFrame.Kind.values(), "kind of frame"), name(), name(), name(), number()));
        return new TraceEvent.StackSeen(nanos, stack, frames);
    }

    private TraceEvent task() {
        int task = number();
        String key = in.text();
        String name = name();
        int count = in.count(in.left());
        List<Integer> dependencies = new ArrayList<>();
        for (int i = 0; i < count; i++)
            dependencies.add((int) (task - in.signed()));
        return new TraceEvent.TaskSeen(nanos, task, key, name, dependencies);
    }

    private TraceEvent tile() {
        int run = number();
        int tile = number();
        long row = in.unsigned();
        long rowEnd = row + in.unsigned();
        long column = in.unsigned();
        long columnEnd = column + in.unsigned();
        long start = nanos - in.signed();
        int thread = number();
        int height = in.count(MOST_PIXELS);
        int width = in.count(MOST_PIXELS / Math.max(1, height));
        var preview = new TilePreview(height, width, in.floats(height * width));
        return new TraceEvent.TileDone(nanos, run, tile, row, rowEnd, column, columnEnd, start, thread, preview);
    }

    private String name() {
        int number = in.count(names.size());
        if (number == names.size())
            names.add(in.text());
        return names.get(number);
    }

    private int number() {
        return in.count(Integer.MAX_VALUE);
    }

    private int signed() {
        return Math.toIntExact(Math.clamp(in.signed(), Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    private <T> T one(T[] all, String what) {
        int ordinal = in.one();
        if (ordinal < 0 || ordinal >= all.length)
            throw new IllegalArgumentException("it has a " + what + " of the unknown number " + ordinal);
        return all[ordinal];
    }
}
