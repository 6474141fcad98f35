package org.stridescope.lab;

import java.util.function.Consumer;

import org.stridescope.lab.BenchmarkReport.Noise;
import org.stridescope.lab.BenchmarkReport.Variant;

/** Told how a benchmark goes: on its thread, between timed runs, never during one. */
public interface BenchmarkWatcher {
    /**
     * What is being done now.
     *
     * @param share of all runs that are over, 0 to 1
     */
    void doing(String words, double share);

    /** What is known of a variant by now: after its check, and again whenever a round is over. */
    default void found(Variant variant) {}

    /** How steady the machine has been until now. */
    default void noise(Noise noise) {}

    /** One that hears only words. */
    static BenchmarkWatcher words(Consumer<String> said) {
        return (words, _) -> said.accept(words);
    }
}
