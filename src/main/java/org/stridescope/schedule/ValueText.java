package org.stridescope.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.NDArray;
import org.stridescope.graph.ArgumentText;

/** Values as they are named in messages and on the screen: arrays by dtype and shape. */
public final class ValueText {
    private ValueText() {}

    /** In parentheses, as arguments are written. */
    public static String ofArguments(List<?> arguments) {
        return ArgumentText.of(arguments.stream().map(ValueText::word).toList());
    }

    public static String of(@Nullable Object value) {
        return ArgumentText.one(word(value));
    }

    private static Object word(@Nullable Object value) {
        return switch (value) {
            case null -> new Plain("None");
            case NDArray array -> new Plain(array.dtype().pythonName() + shape(array));
            case double[] numbers -> new Plain("float64 (" + numbers.length + ",)");
            case List<?> list -> list.stream().map(ValueText::word).toList();
            default -> value;
        };
    }

    private static String shape(NDArray array) {
        long[] shape = array.layout().shape();
        String lengths = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
        return " (" + lengths + (shape.length == 1 ? ",)" : ")");
    }

    /** A word without quotes. */
    private record Plain(String text) {
        @Override
        public String toString() {
            return text;
        }
    }
}
