package org.stridescope.schedule;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.NDArray;

/** How much memory a result takes: items of arrays; what is small counts as nothing. */
final class Bytes {
    private Bytes() {}

    static long of(@Nullable Object value) {
        return switch (value) {
            case NDArray array -> array.size() * array.dtype().itemsize();
            case Sized sized -> sized.bytes();
            case double[] numbers -> 8L * numbers.length;
            case byte[] raw -> raw.length;
            case List<?> list -> list.stream().mapToLong(Bytes::of).sum();
            case null, default -> 0;
        };
    }
}
