package org.stridescope.lab;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.stridescope.array.ArrayMemory;
import org.stridescope.lab.BenchmarkReport.Overhead;
import org.stridescope.probe.Sampler;
import org.stridescope.trace.Recorder;

/** What measuring itself takes: two readings of the clock, and the samplers that watch a race. */
final class OverheadProbe {
    private static final int READINGS = 20_000;
    private static final long WATCHED_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private OverheadProbe() {}

    /** Takes about a third of a second. */
    static Overhead measure() {
        readings();
        return new Overhead(readings(), samplingShare());
    }

    /** Seconds that a pair of readings of the clock takes. */
    private static double readings() {
        long start = System.nanoTime();
        long sum = 0;
        for (int i = 0; i < READINGS; i++) {
            long before = System.nanoTime();
            sum += System.nanoTime() - before;
        }
        long whole = System.nanoTime() - start;
        return Math.max(sum / 1e9, whole / 1e9) / READINGS;
    }

    /** CPU time of the samplers as a share of one core, this process being as it is. */
    private static double samplingShare() {
        try (Sampler first = Sampler.start(new Recorder("overhead", Map.of()), ArrayMemory::liveBytes)) {
            first.sampleNow(); // the first one looks files up that stay open
        }
        try (Sampler sampler = Sampler.start(new Recorder("overhead", Map.of()), ArrayMemory::liveBytes)) {
            long end = System.nanoTime() + WATCHED_NANOS;
            for (long left = WATCHED_NANOS; left > 0; left = end - System.nanoTime())
                LockSupport.parkNanos(left);
            return sampler.cost().share();
        }
    }
}
