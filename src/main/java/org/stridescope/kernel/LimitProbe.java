package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;

/** One measurement of each limit; the caller repeats and takes the best. */
sealed interface LimitProbe permits LimitProbeC, LimitProbeJava {
    /** C or Java. */
    String language();

    /** Bytes a second, writing all of {@code items}. */
    double storeBytesPerSecond(MemorySegment items, int threads);

    /** Bytes a second, reading all of {@code items}. */
    double loadBytesPerSecond(MemorySegment items, int threads);

    /** Float64 operations a second, from registers. */
    double flops(int threads);
}
