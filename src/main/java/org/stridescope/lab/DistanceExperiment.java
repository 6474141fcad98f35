package org.stridescope.lab;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.kernel.Metric;

/**
 * A distance race: what is computed, by which variants, one after another, each with this many threads.
 *
 * @param points the (n, k) points as a .npy file or {@code file.npz:name}, used for x and y: the file then decides n, m
 *        and k, whatever is given here; null draws n and m random points in [0, 1) with {@code seed}
 */
public record DistanceExperiment(Metric metric, long n, long m, long k, long seed, @Nullable Path points,
        List<String> variants, int threads) {
    public DistanceExperiment {
        variants = List.copyOf(variants);
    }
}
