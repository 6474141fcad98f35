package org.stridescope.ui.model.ladder;

import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.stridescope.kernel.MachineLimits;
import org.stridescope.lab.Benchmark;
import org.stridescope.lab.ladder.CacheSizes;
import org.stridescope.lab.ladder.Measurements;
import org.stridescope.lab.ladder.ThreadLab;

/**
 * What the ladder's models measure with.
 *
 * @param limits measures what the machine can do with all its processors; takes up to a second
 * @param ui runs on the window's thread
 */
public record LadderTools(Benchmark benchmark, Measurements measurements, Supplier<MachineLimits> limits,
        CacheSizes caches, ThreadLab threads, Executor ui) {}
