package org.stridescope.lab;

import java.util.Arrays;

import org.stridescope.lab.BenchmarkReport.Noise;

/**
 * A fixed piece of arithmetic in registers, about a millisecond long, timed between the runs of a benchmark. It needs no memory
 * and no second thread, so it takes the same time whenever the processor is ours alone: where it varies, something else ran,
 * and the timed runs are no steadier.
 */
final class SteadyLoop {
    private static final int STEPS = 250_000;
    private static final int WARM_UPS = 40;

    private double[] seconds = new double[64];
    private int count;
    private double state = 1;

    /** Lets the loop be compiled. */
    void warmUp() {
        for (int i = 0; i < WARM_UPS; i++)
            state = steps(state);
    }

    /** Times it once. */
    void time() {
        long start = System.nanoTime();
        state = steps(state);
        add((System.nanoTime() - start) / 1e9);
    }

    void add(double measured) {
        if (count == seconds.length)
            seconds = Arrays.copyOf(seconds, 2 * count);
        seconds[count++] = measured;
    }

    /** Each step waits for the one before it, so that no unrolling or vector makes it another loop. */
    private static double steps(double from) {
        double value = from;
        for (int i = 0; i < STEPS; i++)
            value = Math.fma(value, 0.999999, 1e-6);
        return value;
    }

    /** The spread between the 10th and the 90th percentile, as a share of the median. */
    Noise noise() {
        double[] sorted = Arrays.copyOf(seconds, count);
        Arrays.sort(sorted);
        if (count == 0)
            return Noise.NONE;
        double median = Timings.of(sorted).median();
        double spread = (percentile(sorted, 0.9) - percentile(sorted, 0.1)) / median;
        return new Noise(count, median, spread);
    }

    private static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
