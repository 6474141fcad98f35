package org.stridescope.explain.predict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.stridescope.array.DType;
import org.stridescope.array.Layout;

/** Wrong answers that a usual mistake leads to, and the right one among them. */
final class Choices {
    private static final int SHOWN = 4;

    private final Random random;

    Choices(Random random) {
        this.random = random;
    }

    /** The right answer and up to three of {@code wrong} that it does not accept, shuffled. */
    List<String> among(Answer right, List<String> wrong) {
        Set<String> shown = new LinkedHashSet<>();
        shown.add(right.text());
        for (String text : wrong) {
            if (shown.size() < SHOWN && !right.accepts(text))
                shown.add(text);
        }
        List<String> shuffled = new ArrayList<>(shown);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** Strides counted in items, in the other order, as if contiguous, as if steps did not matter. */
    static List<String> strides(Layout layout, DType dtype) {
        List<String> wrong = new ArrayList<>();
        long[] strides = layout.strides();
        wrong.add(tuple(reversed(strides)));
        wrong.add(tuple(Layout.cOrder(dtype.itemsize(), layout.shape()).strides()));
        wrong.add(tuple(divided(strides, dtype.itemsize())));
        wrong.add(tuple(Layout.fOrder(dtype.itemsize(), layout.shape()).strides()));
        wrong.add(tuple(layout.shape()));
        long[] last = strides.clone();
        for (int axis = 0; axis < last.length; axis++)
            last[axis] = dtype.itemsize();
        wrong.add(tuple(last));
        long[] doubled = strides.clone();
        for (int axis = 0; axis < last.length; axis++)
            doubled[axis] *= 2;
        wrong.add(tuple(doubled));
        return wrong;
    }

    /** The shape turned round, flattened, with a length of 1 lost or added. */
    static List<String> shapes(long... shape) {
        List<String> wrong = new ArrayList<>();
        wrong.add(tuple(reversed(shape)));
        wrong.add(tuple(java.util.Arrays.stream(shape).filter(n -> n != 1).toArray()));
        long size = 1;
        for (long length : shape)
            size *= length;
        wrong.add(tuple(size));
        long[] more = new long[shape.length + 1];
        more[0] = 1;
        System.arraycopy(shape, 0, more, 1, shape.length);
        wrong.add(tuple(more));
        wrong.add(tuple(size, 1));
        wrong.add("ValueError");
        return wrong;
    }

    /** Nothing, one item's worth, items instead of bytes, twice as much. */
    static List<String> bytes(long bytes, int itemsize) {
        List<String> wrong = new ArrayList<>();
        wrong.add(new Answer.Bytes(0).text());
        wrong.add(new Answer.Bytes(bytes / itemsize).text());
        wrong.add(new Answer.Bytes(bytes * 2).text());
        wrong.add(new Answer.Bytes(bytes * itemsize).text());
        wrong.add(new Answer.Bytes(itemsize).text());
        wrong.add(new Answer.Bytes(bytes + itemsize).text());
        return wrong;
    }

    /** Off by one step, and the like. */
    static List<String> counts(long... wrong) {
        return java.util.Arrays.stream(wrong).filter(n -> n >= 0).mapToObj(n -> new Answer.Count(n).text()).toList();
    }

    private static String tuple(long... numbers) {
        return Answer.Tuple.of(numbers).text();
    }

    private static long[] reversed(long... values) {
        long[] turned = new long[values.length];
        for (int i = 0; i < values.length; i++)
            turned[i] = values[values.length - 1 - i];
        return turned;
    }

    private static long[] divided(long[] values, long by) {
        return java.util.Arrays.stream(values).map(v -> v / by).toArray();
    }
}
