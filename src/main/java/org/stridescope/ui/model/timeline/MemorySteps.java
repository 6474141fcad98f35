package org.stridescope.ui.model.timeline;

import java.util.List;
import java.util.function.ToLongFunction;

import org.stridescope.trace.TraceEvent.MemorySample;

/** Bytes as sampled, each sample's held until the next and the last one's until {@code end}. */
record MemorySteps(List<MemorySample> samples, ToLongFunction<MemorySample> bytes, long end) implements Steps {
    @Override
    public int count() {
        return samples.size();
    }

    @Override
    public long edge(int i) {
        return i < samples.size() ? samples.get(i).nanos() : Math.max(end, samples.getLast().nanos());
    }

    @Override
    public double level(int i) {
        return bytes.applyAsLong(samples.get(i));
    }
}
