package org.stridescope.lab;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.DType;
import org.stridescope.kernel.Metric;

/**
 * A distance race: what is computed, by which variants, one after another, each with this many threads.
 *
 * @param points the (n, k) points as a .npy file or {@code file.npz:name}, used for x and y: the file then decides n, m
 *        and k, whatever is given here; null draws n and m random points in [0, 1) with {@code seed}
 * @param dtype float64 or float32, of the points and the result
 */
public record DistanceExperiment(Metric metric, long n, long m, long k, long seed, @Nullable Path points,
        List<String> variants, int threads, DType dtype) {
    public DistanceExperiment {
        variants = List.copyOf(variants);
    }

    /** In float64. */
    public DistanceExperiment(Metric metric, long n, long m, long k, long seed, @Nullable Path points,
            List<String> variants, int threads) {
        this(metric, n, m, k, seed, points, variants, threads, DType.FLOAT64);
    }

    /** The same problem by other variants. */
    DistanceExperiment by(List<String> others) {
        return new DistanceExperiment(metric, n, m, k, seed, points, others, threads, dtype);
    }
}
