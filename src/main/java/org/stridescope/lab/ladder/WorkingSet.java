package org.stridescope.lab.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * Where the bytes that a variant works on outgrow a cache: points, result and temporaries together. Beyond that place of a
 * sweep they come from the next larger cache, or from memory.
 */
public final class WorkingSet {
    private static final int HALVINGS = 60;

    private WorkingSet() {}

    /** Where a variant leaves a cache on the axis of a sweep. */
    public record Leaving(CacheSizes.Level cache, double at) {}

    /**
     * The places between {@code from} and {@code to} where the bytes, which grow with the axis, pass the size of a cache.
     *
     * @param bytes at a place of the axis
     */
    public static List<Leaving> leaving(CacheSizes caches, DoubleUnaryOperator bytes, double from, double to) {
        List<Leaving> places = new ArrayList<>();
        for (CacheSizes.Level level : caches.levels())
            crossing(bytes, level.bytes(), from, to).ifPresent(at -> places.add(new Leaving(level, at)));
        return List.copyOf(places);
    }

    private static OptionalDouble crossing(DoubleUnaryOperator bytes, double limit, double from, double to) {
        if (bytes.applyAsDouble(from) > limit || bytes.applyAsDouble(to) <= limit)
            return OptionalDouble.empty();
        double low = from;
        double high = to;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (bytes.applyAsDouble(middle) > limit)
                high = middle;
            else
                low = middle;
        }
        return OptionalDouble.of(high);
    }
}
