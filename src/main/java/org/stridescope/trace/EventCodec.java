package org.stridescope.trace;

import java.util.HashMap;
import java.util.Map;

/**
 * Events as bytes: a tag, the time since the event before, and the fields, CPU times and bytes of memory as differences from
 * the last ones. A codec's memory is one block's, so that every block can be read alone; writer and reader each start a new
 * one a block.
 */
final class EventCodec {
    private static final int SEEN = 1;
    private static final int THREAD = 2;
    private static final int MEMORY = 3;
    private static final int COLLECTION = 4;
    private static final int STARTED = 5;
    private static final int TILE = 6;
    private static final int ENDED = 7;
    private static final int MOST_PIXELS = 1 << 20;

    private final Map<Integer, Long> cpuNanos = new HashMap<>();
    private long nanos;
    private long heap;
    private long offHeap;
    private long resident;

    void write(TraceEvent event, Bytes.Out out) {
        switch (event) {
            case TraceEvent.ThreadSeen e -> {
                begin(SEEN, e, out);
                out.unsigned(e.thread());
                out.text(e.name());
                out.one(e.isNative() ? 1 : 0);
            }
            case TraceEvent.ThreadSample e -> {
                begin(THREAD, e, out);
                out.unsigned(e.thread());
                Long before = cpuNanos.put(e.thread(), e.cpuNanos());
                out.signed(e.cpuNanos() - (before == null ? 0 : before));
            }
            case TraceEvent.MemorySample e -> {
                begin(MEMORY, e, out);
                out.signed(e.heapBytes() - heap);
                out.signed(e.offHeapBytes() - offHeap);
                out.signed(e.residentBytes() - resident);
                remember(e);
            }
            case TraceEvent.Collection e -> {
                begin(COLLECTION, e, out);
                out.text(e.collector());
                out.unsigned(e.durationNanos());
            }
            case TraceEvent.RunStarted e -> {
                begin(STARTED, e, out);
                out.unsigned(e.run());
                out.text(e.variant());
                out.unsigned(e.rows());
                out.unsigned(e.columns());
                out.unsigned(e.tiles());
            }
            case TraceEvent.TileDone e -> tile(e, out);
            case TraceEvent.RunEnded e -> {
                begin(ENDED, e, out);
                out.unsigned(e.run());
                out.one(e.outcome().ordinal());
                out.text(e.message());
            }
        }
    }

    private void begin(int tag, TraceEvent event, Bytes.Out out) {
        out.one(tag);
        out.signed(event.nanos() - nanos);
        nanos = event.nanos();
    }

    private void tile(TraceEvent.TileDone e, Bytes.Out out) {
        begin(TILE, e, out);
        out.unsigned(e.run());
        out.unsigned(e.tile());
        out.unsigned(e.row());
        out.unsigned(e.rowEnd() - e.row());
        out.unsigned(e.column());
        out.unsigned(e.columnEnd() - e.column());
        out.signed(e.nanos() - e.startNanos());
        out.unsigned(e.thread());
        out.unsigned(e.preview().height());
        out.unsigned(e.preview().width());
        out.floats(e.preview().values());
    }

    private void remember(TraceEvent.MemorySample e) {
        heap = e.heapBytes();
        offHeap = e.offHeapBytes();
        resident = e.residentBytes();
    }

    /** The next event; IllegalArgumentException where the bytes are none. */
    TraceEvent read(Bytes.In in) {
        int tag = in.one();
        nanos += in.signed();
        return switch (tag) {
            case SEEN -> new TraceEvent.ThreadSeen(nanos, number(in), in.text(), in.one() != 0);
            case THREAD -> {
                int thread = number(in);
                long cpu = in.signed() + cpuNanos.getOrDefault(thread, 0L);
                cpuNanos.put(thread, cpu);
                yield new TraceEvent.ThreadSample(nanos, thread, cpu);
            }
            case MEMORY -> {
                var sample = new TraceEvent.MemorySample(nanos, heap + in.signed(), offHeap + in.signed(),
                        resident + in.signed());
                remember(sample);
                yield sample;
            }
            case COLLECTION -> new TraceEvent.Collection(nanos, in.text(), in.unsigned());
            case STARTED ->
                new TraceEvent.RunStarted(nanos, number(in), in.text(), in.unsigned(), in.unsigned(), number(in));
            case TILE -> tile(in);
            case ENDED -> new TraceEvent.RunEnded(nanos, number(in), outcome(in.one()), in.text());
            default -> throw new IllegalArgumentException("it has an event of the unknown kind " + tag);
        };
    }

    private TraceEvent tile(Bytes.In in) {
        int run = number(in);
        int tile = number(in);
        long row = in.unsigned();
        long rowEnd = row + in.unsigned();
        long column = in.unsigned();
        long columnEnd = column + in.unsigned();
        long start = nanos - in.signed();
        int thread = number(in);
        int height = in.count(MOST_PIXELS);
        int width = in.count(MOST_PIXELS / Math.max(1, height));
        var preview = new TilePreview(height, width, in.floats(height * width));
        return new TraceEvent.TileDone(nanos, run, tile, row, rowEnd, column, columnEnd, start, thread, preview);
    }

    private static int number(Bytes.In in) {
        return in.count(Integer.MAX_VALUE);
    }

    private static RunOutcome outcome(int ordinal) {
        RunOutcome[] all = RunOutcome.values();
        if (ordinal < 0 || ordinal >= all.length)
            throw new IllegalArgumentException("it has an outcome of the unknown number " + ordinal);
        return all[ordinal];
    }
}
