package org.stridescope.ui.model;

import java.util.List;

import org.stridescope.trace.Recording;
import org.stridescope.trace.RunTrace;
import org.stridescope.trace.TraceEvent.MemorySample;

/**
 * Memory during one run.
 *
 * @param samples within the run, with the last one before it, ascending
 * @param peakArrays most bytes of heap and off-heap arrays together
 * @param peakResident most bytes resident
 */
public record MemoryCurve(List<MemorySample> samples, long peakArrays, long peakResident) {
    public static MemoryCurve of(Recording recording, RunTrace run) {
        List<MemorySample> all = recording.memory().samples();
        int from = firstAfter(all, run.startNanos());
        int to = firstAfter(all, run.endNanos());
        List<MemorySample> within = all.subList(Math.max(0, from - 1), to);
        return new MemoryCurve(within, within.stream().mapToLong(s -> s.heapBytes() + s.offHeapBytes()).max().orElse(0),
                within.stream().mapToLong(MemorySample::residentBytes).max().orElse(0));
    }

    /** The most that either curve of any run reaches: one scale for all columns. */
    public static long scale(Recording recording) {
        return scale(recording.memory().samples());
    }

    static long scale(List<MemorySample> samples) {
        return samples.stream()
                .mapToLong(s -> Math.max(s.heapBytes() + s.offHeapBytes(), s.residentBytes())).max().orElse(0);
    }

    private static int firstAfter(List<MemorySample> samples, long nanos) {
        int low = 0;
        int high = samples.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (samples.get(middle).nanos() <= nanos)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
