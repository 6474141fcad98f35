package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;

import org.stridescope.array.DType;
import org.stridescope.ffi.DistanceCBindings;
import org.stridescope.ffi.DistanceCBindings.Limit;

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
        return rate(DType.FLOAT64, Limit.MULTIPLY_ADDS, threads);
    }

    /** Floating point operations, or pairs of features, a second. */
    double rate(DType dtype, Limit limit, int threads) {
        long nanos = c.compute(dtype, limit, ROUNDS, threads);
        return (double) ROUNDS * c.operationsARound(dtype, limit) * threads * 1e9 / Math.max(1, nanos);
    }
}
