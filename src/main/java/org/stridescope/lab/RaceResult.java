package org.stridescope.lab;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.trace.Recording;

/** A race that is over: its recording and one row a variant, in the order they ran. */
public record RaceResult(Recording recording, List<Row> rows) {
    /**
     * @param seconds elapsed time; NaN where it did not end
     * @param pairFeaturesPerSecond n m k / seconds
     * @param peakBytes largest rise of the resident set during the run
     * @param maxError largest absolute difference from the reference; NaN where not checked
     * @param failure why there is no result, or what is wrong with it; null where all is well
     */
    public record Row(String variant, double seconds, double pairFeaturesPerSecond, long peakBytes, double maxError,
            @Nullable String failure) {}
}
