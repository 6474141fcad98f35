package org.stridescope.trace;

import java.util.List;
import java.util.function.ToLongFunction;

/** Memory as sampled, ascending in time. */
public record MemoryTrace(List<TraceEvent.MemorySample> samples) {
    /** Most bytes in the Java heap between two times (both included). */
    public long peakHeap(long from, long to) {
        return peak(from, to, TraceEvent.MemorySample::heapBytes);
    }

    /** Most bytes in arrays outside the heap between two times. */
    public long peakOffHeap(long from, long to) {
        return peak(from, to, TraceEvent.MemorySample::offHeapBytes);
    }

    /** Largest resident set of the process between two times. */
    public long peakResident(long from, long to) {
        return peak(from, to, TraceEvent.MemorySample::residentBytes);
    }

    private long peak(long from, long to, ToLongFunction<TraceEvent.MemorySample> bytes) {
        int end = EventOrder.countBy(samples, to);
        long most = 0;
        for (int i = EventOrder.countBy(samples, from - 1); i < end; i++) {
            most = Math.max(most, bytes.applyAsLong(samples.get(i)));
        }
        return most;
    }

    MemoryTrace until(long nanos) {
        return new MemoryTrace(samples.subList(0, EventOrder.countBy(samples, nanos)));
    }

    static final class Builder {
        private final GrowingList<TraceEvent.MemorySample> samples = new GrowingList<>();

        void sample(TraceEvent.MemorySample event) {
            samples.add(event);
        }

        MemoryTrace build() {
            return new MemoryTrace(samples.soFar());
        }
    }
}
