package org.stridescope.trace;

import java.util.ArrayList;
import java.util.List;

/** Memory as sampled, ascending in time. */
public record MemoryTrace(List<TraceEvent.MemorySample> samples) {
    /** Most bytes in the Java heap between two times (both included). */
    public long peakHeap(long from, long to) {
        return samples.stream().filter(s -> s.nanos() >= from && s.nanos() <= to)
                .mapToLong(TraceEvent.MemorySample::heapBytes).max().orElse(0);
    }

    /** Most bytes in arrays outside the heap between two times. */
    public long peakOffHeap(long from, long to) {
        return samples.stream().filter(s -> s.nanos() >= from && s.nanos() <= to)
                .mapToLong(TraceEvent.MemorySample::offHeapBytes).max().orElse(0);
    }

    /** Largest resident set of the process between two times. */
    public long peakResident(long from, long to) {
        return samples.stream().filter(s -> s.nanos() >= from && s.nanos() <= to)
                .mapToLong(TraceEvent.MemorySample::residentBytes).max().orElse(0);
    }

    static final class Builder {
        private final List<TraceEvent.MemorySample> samples = new ArrayList<>();

        void sample(TraceEvent.MemorySample event) {
            samples.add(event);
        }

        MemoryTrace build() {
            return new MemoryTrace(List.copyOf(samples));
        }
    }
}
