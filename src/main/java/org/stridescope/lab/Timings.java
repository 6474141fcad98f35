package org.stridescope.lab;

import java.util.Arrays;

/** Seconds of repeated runs, ascending. */
record Timings(double[] seconds) {
    private static final double TAIL = 0.025;

    static Timings of(double[] measured) {
        double[] sorted = measured.clone();
        Arrays.sort(sorted);
        return new Timings(sorted);
    }

    double min() {
        return seconds[0];
    }

    double max() {
        return seconds[seconds.length - 1];
    }

    double median() {
        int half = seconds.length / 2;
        return seconds.length % 2 == 1 ? seconds[half] : (seconds[half - 1] + seconds[half]) / 2;
    }

    /** Start of the 95 % interval of the median. */
    double low() {
        return seconds[outside()];
    }

    /** Its end. */
    double high() {
        return seconds[seconds.length - 1 - outside()];
    }

    /**
     * Runs left out at each end, so that the median lies between the rest in 95 % of cases whatever the distribution: each run
     * falls below it with probability 1/2 (sign test; Conover, Practical Nonparametric Statistics). Up to 5 runs are too few
     * for 95 %: none is left out.
     */
    private int outside() {
        double probability = Math.pow(0.5, seconds.length);
        double below = probability;
        int left = 0;
        while (below <= TAIL && left < (seconds.length - 1) / 2) {
            left++;
            probability *= (double) (seconds.length - left + 1) / left;
            below += probability;
        }
        return Math.max(0, left - 1);
    }
}
