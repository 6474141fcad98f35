package org.stridescope.trace;

import java.util.HashMap;
import java.util.Map;

/**
 * Events to bytes: a tag, the time since the event before, and the fields; CPU times and bytes of memory as differences from
 * the last ones, names as numbers after their first use. A writer's memory is one block's, so that every block can be read
 * alone; {@link EventReader} is the way back.
 */
final class EventWriter {
    private final Bytes.Out out;
    private final Map<Integer, Long> cpuNanos = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();
    private long nanos;
    private long heap;
    private long offHeap;
    private long resident;

    EventWriter(Bytes.Out out) {
        this.out = out;
    }

    void write(TraceEvent event) {
        switch (event) {
            case TraceEvent.ThreadSeen e -> {
                begin(EventTag.SEEN, e);
                out.unsigned(e.thread());
                out.text(e.name());
                out.one(e.isNative() ? 1 : 0);
            }
            case TraceEvent.ThreadSample e -> {
                begin(EventTag.THREAD, e);
                out.unsigned(e.thread());
                Long before = cpuNanos.put(e.thread(), e.cpuNanos());
                out.signed(e.cpuNanos() - (before == null ? 0 : before));
            }
            case TraceEvent.MemorySample e -> memory(e);
            case TraceEvent.Collection e -> {
                begin(EventTag.COLLECTION, e);
                out.text(e.collector());
                out.unsigned(e.durationNanos());
            }
            case TraceEvent.RunStarted e -> {
                begin(EventTag.STARTED, e);
                out.unsigned(e.run());
                out.text(e.variant());
                out.unsigned(e.rows());
                out.unsigned(e.columns());
                out.unsigned(e.tiles());
            }
            case TraceEvent.TileDone e -> tile(e);
            case TraceEvent.RunEnded e -> {
                begin(EventTag.ENDED, e);
                out.unsigned(e.run());
                out.one(e.outcome().ordinal());
                out.text(e.message());
            }
            default -> profile(event);
        }
    }

    /** What version 2 has added about threads and lines. */
    private void profile(TraceEvent event) {
        switch (event) {
            case TraceEvent.ThreadState e -> {
                begin(EventTag.STATE, e);
                out.unsigned(e.thread());
                out.one(e.activity().ordinal());
                out.signed(e.processor());
                out.signed(e.userNanos());
                out.signed(e.systemNanos());
                name(e.blockedOn());
            }
            case TraceEvent.Counter e -> {
                begin(EventTag.COUNTER, e);
                name(e.name());
                out.signed(e.value());
            }
            case TraceEvent.StackSeen e -> stack(e);
            case TraceEvent.StackSample e -> {
                begin(EventTag.STACK_SAMPLE, e);
                out.unsigned(e.thread());
                out.unsigned(e.stack());
                out.one(e.kind().ordinal());
                out.signed(e.weight());
            }
            case TraceEvent.LockWait e -> {
                begin(EventTag.LOCK, e);
                out.unsigned(e.thread());
                name(e.lock());
                out.signed(e.owner());
                out.unsigned(e.durationNanos());
                out.signed(e.stack());
            }
            case TraceEvent.LineCost e -> {
                begin(EventTag.LINE, e);
                name(e.file());
                out.unsigned(e.line());
                out.unsigned(e.hits());
                out.signed(e.selfNanos());
                out.signed(e.allocatedBytes());
                out.signed(e.freedBytes());
                out.signed(e.copies());
            }
            case TraceEvent.ProbeCost e -> {
                begin(EventTag.PROBE, e);
                name(e.probe());
                out.unsigned(e.samples());
                out.unsigned(e.cpuNanos());
                name(e.note());
            }
            case TraceEvent.Mark e -> {
                begin(EventTag.MARK, e);
                out.text(e.label());
            }
            default -> task(event);
        }
    }

    private void task(TraceEvent event) {
        switch (event) {
            case TraceEvent.WorkerSeen e -> {
                begin(EventTag.WORKER, e);
                out.unsigned(e.worker());
                out.text(e.name());
                out.signed(e.thread());
            }
            case TraceEvent.TaskSeen e -> {
                begin(EventTag.TASK, e);
                out.unsigned(e.task());
                out.text(e.key());
                name(e.name());
                out.unsigned(e.dependencies().size());
                for (int dependency : e.dependencies())
                    out.signed((long) e.task() - dependency);
            }
            case TraceEvent.TaskChanged e -> {
                begin(EventTag.TASK_CHANGED, e);
                out.unsigned(e.task());
                out.one(e.state().ordinal());
                out.signed(e.worker());
                out.unsigned(e.bytes());
            }
            case TraceEvent.ResultMoved e -> {
                begin(EventTag.MOVED, e);
                out.unsigned(e.task());
                out.signed(e.fromWorker());
                out.signed(e.toWorker());
                out.unsigned(e.bytes());
                out.signed(e.nanos() - e.startNanos());
            }
            default -> throw new IllegalArgumentException("no way to write " + event);
        }
    }

    private void begin(int tag, TraceEvent event) {
        out.one(tag);
        out.signed(event.nanos() - nanos);
        nanos = event.nanos();
    }

    /** A name's number; with the name itself where it is the first time in this block. */
    private void name(String name) {
        Integer known = names.putIfAbsent(name, names.size());
        out.unsigned(known == null ? names.size() - 1 : known);
        if (known == null)
            out.text(name);
    }

    private void memory(TraceEvent.MemorySample e) {
        begin(EventTag.MEMORY, e);
        out.signed(e.heapBytes() - heap);
        out.signed(e.offHeapBytes() - offHeap);
        out.signed(e.residentBytes() - resident);
        heap = e.heapBytes();
        offHeap = e.offHeapBytes();
        resident = e.residentBytes();
    }

    private void stack(TraceEvent.StackSeen e) {
        begin(EventTag.STACK, e);
        out.unsigned(e.stack());
        out.unsigned(e.frames().size());
        for (StackFrame frame : e.frames()) {
            out.one(frame.kind().ordinal());
            name(frame.owner());
            name(frame.function());
            name(frame.file());
            out.unsigned(frame.line());
        }
    }

    private void tile(TraceEvent.TileDone e) {
        begin(EventTag.TILE, e);
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
}
