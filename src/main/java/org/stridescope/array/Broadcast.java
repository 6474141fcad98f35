package org.stridescope.array;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** NumPy's broadcasting rule: shapes aligned at their last axes; lengths must be equal or 1. */
public final class Broadcast {
    private Broadcast() {}

    /** The shape that all of these stretch to. */
    public static long[] shape(long[]... shapes) {
        int ndim = Stream.of(shapes).mapToInt(s -> s.length).max().orElse(0);
        long[] result = new long[ndim];
        Arrays.fill(result, 1);
        for (long[] shape : shapes) {
            int lead = ndim - shape.length;
            for (int axis = 0; axis < shape.length; axis++) {
                long length = shape[axis];
                if (length == 1 || length == result[lead + axis])
                    continue;
                if (result[lead + axis] != 1)
                    throw mismatch(shapes);
                result[lead + axis] = length;
            }
        }
        return result;
    }

    private static ArrayError mismatch(long[]... shapes) {
        String listed = Stream.of(shapes).map(Shapes::tight).collect(Collectors.joining(" "));
        return new ArrayError("operands could not be broadcast together with shapes " + listed + " ");
    }
}
