package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;

import org.stridescope.array.ArrayMemory;
import org.stridescope.ffi.DistanceCBindings;
import org.stridescope.ffi.NativeLibrary;
import org.stridescope.ffi.Pages;

/**
 * What this machine can do at most: the lines of the roofline. Measured in about a tenth of a second, in C past the
 * caches where the library is here, else in Java through them, which comes out lower.
 *
 * @param storeBytesPerSecond written to memory by {@code threads} threads
 * @param loadBytesPerSecond read from memory by {@code threads} threads
 * @param flops operations a second, two a multiply-add, float64, by {@code threads} threads
 * @param oneThread the same of one thread
 * @param measuredIn C or Java
 */
public record MachineLimits(int threads, double storeBytesPerSecond, double loadBytesPerSecond, double flops,
        Rates oneThread, String measuredIn) {
    /** Stored bytes, loaded bytes and operations a second. */
    public record Rates(double storeBytesPerSecond, double loadBytesPerSecond, double flops) {}

    /** Twice the caches of most processors: 64 MB. */
    private static final long ITEMS = 8L << 20;
    private static final int REPETITIONS = 7;

    /** Measures with the library of kernels in C, or without it. */
    public static MachineLimits measure(int threads) {
        return measure(threads, NativeKernels.open(NativeLibrary.open("distance-c"), DistanceCBindings::new));
    }

    static MachineLimits measure(int threads, NativeKernels<DistanceCBindings> library) {
        try (ArrayMemory memory = ArrayMemory.scoped(new Pages())) {
            MemorySegment items = memory.allocate(ITEMS * Double.BYTES);
            items.fill((byte) 1); // the first touch of a page is not what is measured
            LimitProbe probe = library.bindings().<LimitProbe>map(LimitProbeC::new).orElseGet(LimitProbeJava::new);
            Rates one = rates(probe, items, 1);
            Rates all = threads == 1 ? one : rates(probe, items, threads);
            return new MachineLimits(threads, all.storeBytesPerSecond, all.loadBytesPerSecond, all.flops, one,
                    probe.language());
        }
    }

    /** The best of some repetitions: whatever else runs on the machine only slows them. */
    private static Rates rates(LimitProbe probe, MemorySegment items, int threads) {
        double store = 0;
        double load = 0;
        double flops = 0;
        for (int i = 0; i < REPETITIONS; i++) {
            store = Math.max(store, probe.storeBytesPerSecond(items, threads));
            load = Math.max(load, probe.loadBytesPerSecond(items, threads));
            flops = Math.max(flops, probe.flops(threads));
        }
        return new Rates(store, load, flops);
    }
}
