package org.stridescope.lab.ladder;

import org.stridescope.kernel.MachineLimits;

/**
 * What a machine can do at most, for a number of threads (Williams, Waterman and Patterson 2009): a run takes at least the time
 * of its arithmetic at the peak rate, and at least that of its bytes at the memory's rate.
 */
public record Roofline(double storeBytesPerSecond, double loadBytesPerSecond, double flops) {
    /** Of as many threads as are used: those of one thread, of all, or in between. */
    public static Roofline of(MachineLimits limits, int threads) {
        MachineLimits.Rates one = limits.oneThread();
        if (threads == 1)
            return new Roofline(one.storeBytesPerSecond(), one.loadBytesPerSecond(), one.flops());
        int used = Math.min(threads, limits.threads());
        return new Roofline(limits.storeBytesPerSecond(), limits.loadBytesPerSecond(),
                limits.flops() * used / limits.threads());
    }

    /** Seconds that the bytes take at least. */
    public double memorySeconds(CostModel cost) {
        return cost.readBytes() / loadBytesPerSecond + cost.writtenBytes() / storeBytesPerSecond;
    }

    /** Seconds that the arithmetic takes at least. */
    public double computeSeconds(CostModel cost) {
        return cost.flops() / (flops * cost.peakShare());
    }

    /** Whether memory limits it, rather than arithmetic. */
    public boolean isMemoryBound(CostModel cost) {
        return memorySeconds(cost) >= computeSeconds(cost);
    }

    /** How many times as long as the limit a run of so many seconds took: 1 is the roof. */
    public double belowRoof(CostModel cost, double seconds) {
        return seconds / Math.max(memorySeconds(cost), computeSeconds(cost));
    }

    /** Operations a second that are possible at this intensity, all bytes being loads. */
    public double roof(double intensity) {
        return Math.min(flops, intensity * loadBytesPerSecond);
    }
}
