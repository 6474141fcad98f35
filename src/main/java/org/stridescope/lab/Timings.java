package org.stridescope.lab;

import java.util.Arrays;

/** Seconds of repeated runs, ascending. */
public record Timings(double[] seconds) {
    private static final double TAIL = 0.025;

    public static Timings of(double[] measured) {
        double[] sorted = measured.clone();
        Arrays.sort(sorted);
        return new Timings(sorted);
    }

    public double min() {
        return seconds[0];
    }

    public double max() {
        return seconds[seconds.length - 1];
    }

    public double median() {
        int half = seconds.length / 2;
        return seconds.length % 2 == 1 ? seconds[half] : (seconds[half - 1] + seconds[half]) / 2;
    }

    /** Start of the 95 % interval of the median. */
    public double low() {
        return seconds[outside()];
    }

    /** Its end. */
    public double high() {
        return seconds[seconds.length - 1 - outside()];
    }

    /**
     * The probability that the interval from {@link #low} to {@link #high} holds the median: at least 0.95 from 6 runs on, and
     * less with fewer, which is then said.
     */
    public double confidence() {
        return 1 - 2 * below(outside());
    }

    /** The probability that at most {@code most} of the runs fall below the median. */
    private double below(int most) {
        double probability = Math.pow(0.5, seconds.length);
        double sum = probability;
        for (int i = 1; i <= most; i++) {
            probability *= (double) (seconds.length - i + 1) / i;
            sum += probability;
        }
        return sum;
    }

    /**
     * Runs left out at each end, so that the median lies between the rest in 95 % of cases whatever the distribution: each run
     * falls below it with probability 1/2 (sign test; Conover, Practical Nonparametric Statistics). Up to 5 runs are too few
     * for 95 %: none is left out.
     */
    private int outside() {
        int left = 0;
        while (left < (seconds.length - 1) / 2 && below(left + 1) <= TAIL)
            left++;
        return left;
    }
}
