package org.stridescope.ui.model.timeline;

import java.util.List;
import java.util.function.ToLongFunction;

import org.stridescope.trace.MemoryTrace;
import org.stridescope.trace.TraceEvent.MemorySample;

/**
 * Memory to be stacked: arrays outside the heap, the Java heap, and what else of the process is resident (code, stacks,
 * libraries, pages that the heap keeps).
 *
 * @param scale bytes at the top
 */
public record MemoryBands(List<MemorySample> samples, StepsPyramid offHeap, StepsPyramid heap, StepsPyramid rest,
        long scale) {
    static MemoryBands of(MemoryTrace trace, long length) {
        List<MemorySample> samples = trace.samples();
        long most = samples.stream().mapToLong(s -> s.offHeapBytes() + s.heapBytes() + rest(s)).max().orElse(0);
        return new MemoryBands(samples, pyramid(samples, MemorySample::offHeapBytes, length),
                pyramid(samples, MemorySample::heapBytes, length), pyramid(samples, MemoryBands::rest, length),
                Math.max(1, most));
    }

    private static StepsPyramid pyramid(List<MemorySample> samples, ToLongFunction<MemorySample> bytes, long length) {
        return new StepsPyramid(new MemorySteps(samples, bytes, length));
    }

    /** Resident bytes that are neither of the two; 0 where not all of the heap is resident yet. */
    static long rest(MemorySample sample) {
        return Math.max(0, sample.residentBytes() - sample.heapBytes() - sample.offHeapBytes());
    }

    public boolean isEmpty() {
        return samples.isEmpty();
    }
}
