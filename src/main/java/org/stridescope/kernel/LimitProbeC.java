package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;

import org.stridescope.ffi.DistanceCBindings;

/** The limits by {@code native/distance-c/limits.c}: streamed stores, and multiply-adds of the widest vectors. */
record LimitProbeC(DistanceCBindings c) implements LimitProbe {
    /** About a millisecond. */
    private static final long ROUNDS = 400_000;

    @Override
    public String language() {
        return "C";
    }

    @Override
    public double storeBytesPerSecond(MemorySegment items, int threads) {
        long nanos = c.fill(items, items.byteSize() / Double.BYTES, 1, threads);
        return items.byteSize() * 1e9 / Math.max(1, nanos);
    }

    @Override
    public double loadBytesPerSecond(MemorySegment items, int threads) {
        long nanos = c.load(items, items.byteSize() / Double.BYTES, threads);
        return items.byteSize() * 1e9 / Math.max(1, nanos);
    }

    @Override
    public double flops(int threads) {
        long nanos = c.multiplyAdds(ROUNDS, threads);
        return (double) ROUNDS * c.flopsARound() * threads * 1e9 / Math.max(1, nanos);
    }
}
