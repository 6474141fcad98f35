package org.stridescope.probe.flight;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

import org.stridescope.trace.SampleKind;
import org.stridescope.trace.StackFrame;
import org.stridescope.trace.TraceEvent;

/**
 * Samples of lines, allocations and locks from flight recordings as events. Two profilers write them: the JVM's own and
 * async-profiler.
 */
public final class FlightReader {
    private final Consumer<TraceEvent> sink;
    private final StackBook stacks;
    private final FlightFrames frames;
    private final ToIntFunction<RecordedThread> threads;
    private final Instant origin;
    private final long periodNanos;
    private long samples;
    private long dropped;

    /**
     * @param origin when the recording's clock stood at 0
     * @param periodNanos CPU time that a sample of a line stands for, where its event does not tell
     * @param threads numbers in the recording; negative for a thread that is not in it, whose samples are dropped
     */
    public FlightReader(Consumer<TraceEvent> sink, StackBook stacks, Instant origin, long periodNanos,
            ToIntFunction<RecordedThread> threads) {
        this(sink, stacks, origin, periodNanos, threads, Addresses.NONE);
    }

    /** As above, with addresses of native code told by {@code addresses}. */
    public FlightReader(Consumer<TraceEvent> sink, StackBook stacks, Instant origin, long periodNanos,
            ToIntFunction<RecordedThread> threads, Addresses addresses) {
        this.sink = sink;
        this.stacks = stacks;
        this.frames = new FlightFrames(addresses);
        this.threads = threads;
        this.origin = origin;
        this.periodNanos = periodNanos;
    }

    /**
     * Takes all events of a file.
     *
     * @throws IOException where it is no flight recording, or damaged
     */
    public void read(Path file) throws IOException {
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents())
                take(recording.readEvent());
        }
    }

    /** Samples of lines taken so far. */
    public long samples() {
        return samples;
    }

    /** Samples whose thread is not known. */
    public long dropped() {
        return dropped;
    }

    /** When something happened, on the recording's clock. */
    long nanos(Instant time) {
        return Math.max(0, Duration.between(origin, time).toNanos());
    }

    /** Takes an event where it is a sample; whether it was one. */
    boolean take(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample", "jdk.NativeMethodSample" ->
                sample(event, thread(event, "sampledThread"), SampleKind.CPU, periodNanos);
            case "jdk.CPUTimeSample" -> sample(event, thread(event, "eventThread"), SampleKind.CPU,
                    event.hasField("samplingPeriod") ? event.getDuration("samplingPeriod").toNanos() : periodNanos);
            case "jdk.ObjectAllocationSample" ->
                sample(event, thread(event, "eventThread"), SampleKind.ALLOCATION, event.getLong("weight"));
            case "jdk.ObjectAllocationInNewTLAB" ->
                sample(event, thread(event, "eventThread"), SampleKind.ALLOCATION, event.getLong("tlabSize"));
            case "jdk.ObjectAllocationOutsideTLAB" ->
                sample(event, thread(event, "eventThread"), SampleKind.ALLOCATION, event.getLong("allocationSize"));
            case "jdk.JavaMonitorEnter" -> lock(event, "monitorClass");
            case "jdk.ThreadPark" -> lock(event, "parkedClass");
            default -> {
                return false;
            }
        }
        return true;
    }

    private static @Nullable RecordedThread thread(RecordedEvent event, String field) {
        if (!event.hasField(field))
            return event.getThread();
        return event.getThread(field);
    }

    private void sample(RecordedEvent event, @Nullable RecordedThread of, SampleKind kind, long weight) {
        int thread = of == null ? -1 : threads.applyAsInt(of);
        List<StackFrame> found = frames.of(event.getStackTrace());
        if (thread < 0) {
            dropped++;
            return;
        }
        if (found.isEmpty())
            found = List.of(new StackFrame(StackFrame.Kind.NATIVE, "", "unknown code", "", 0));
        long nanos = nanos(event.getEndTime());
        if (kind == SampleKind.CPU)
            samples++;
        sink.accept(new TraceEvent.StackSample(nanos, thread, stacks.number(nanos, found), kind, weight));
    }

    private void lock(RecordedEvent event, String classField) {
        RecordedThread of = thread(event, "eventThread");
        int thread = of == null ? -1 : threads.applyAsInt(of);
        if (thread < 0)
            return;
        RecordedThread previous = event.hasField("previousOwner") ? event.getThread("previousOwner") : null;
        RecordedClass type = event.getClass(classField);
        List<StackFrame> found = frames.of(event.getStackTrace());
        long nanos = nanos(event.getEndTime());
        int stack = found.isEmpty() ? -1 : stacks.number(nanos, found);
        long waited = event.getDuration().toNanos();
        sink.accept(new TraceEvent.LockWait(nanos, thread, type == null ? "a lock" : type.getName(),
                previous == null ? -1 : threads.applyAsInt(previous), Math.max(0, waited), stack));
        if (stack >= 0)
            sink.accept(new TraceEvent.StackSample(nanos, thread, stack, SampleKind.LOCK, Math.max(0, waited)));
    }
}
