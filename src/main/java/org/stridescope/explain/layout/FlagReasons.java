package org.stridescope.explain.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;

/** NumPy's flags of an array, each with the reason that makes it so. */
public final class FlagReasons {
    private FlagReasons() {}

    /** One flag: {@code C-contiguous}, yes or no, and why, as a phrase without a full stop. */
    public record Reason(String flag, boolean set, String why) {}

    /** All four flags of {@code variable}; {@code all} are the variables in sight, itself among them or not. */
    public static List<Reason> of(Variable variable, List<Variable> all) {
        NDArray array = variable.array();
        List<Reason> reasons = new ArrayList<>();
        reasons.add(cContiguous(array.layout(), array.itemsize()));
        reasons.add(fContiguous(array.layout(), array.itemsize()));
        reasons.add(ownsData(variable, all));
        reasons.add(writeable(variable, all));
        return reasons;
    }

    /** Whether the items lie one after the other in C order, and which axis says so. */
    public static Reason cContiguous(Layout layout, int itemsize) {
        return new Reason("C-contiguous", layout.isCContiguous(itemsize), contiguity(layout, itemsize, true));
    }

    /** As {@link #cContiguous} with the first axis fastest. */
    public static Reason fContiguous(Layout layout, int itemsize) {
        return new Reason("F-contiguous", layout.isFContiguous(itemsize), contiguity(layout, itemsize, false));
    }

    private static String contiguity(Layout layout, int itemsize, boolean c) {
        int ndim = layout.ndim();
        if (layout.size() == 0)
            return "no items, so none can be out of order";
        if (layout.size() == 1)
            return "one item alone is in every order";
        long expected = itemsize;
        int longAxes = 0;
        for (int i = 0; i < ndim; i++) {
            int axis = c ? ndim - 1 - i : i;
            long length = layout.shape(axis);
            if (length == 1)
                continue;
            if (layout.stride(axis) != expected) {
                return broken(layout, axis, longAxes == 0, expected, itemsize, c);
            }
            expected *= length;
            longAxes++;
        }
        if (longAxes == 1)
            return "the items follow each other, " + Quantity.of(itemsize, "byte") + " apart";
        return "the " + (c ? "last" : "first") + " axis steps one item, each axis " + (c ? "before" : "after")
                + " it over a whole run of those";
    }

    private static String broken(Layout layout, int axis, boolean fastest, long expected, int itemsize, boolean c) {
        long stride = layout.stride(axis);
        int end = c ? layout.ndim() - 1 : 0;
        String name = axis == end && layout.ndim() > 1
                ? "the " + (c ? "last" : "first") + " axis"
                : layout.ndim() == 1 ? "the only axis" : "axis " + axis;
        if (stride == 0)
            return name + " repeats one item: its stride is 0";
        if (-stride == expected)
            return name + " runs backwards: it steps " + Quantity.of(stride, "byte");
        String steps = name + " steps " + Quantity.of(stride, "byte");
        if (fastest)
            return steps + ", an item has " + itemsize;
        return steps + ", a run of " + Quantity.count(expected / itemsize) + " items has " + Quantity.count(expected);
    }

    private static Reason ownsData(Variable variable, List<Variable> all) {
        NDArray array = variable.array();
        if (array.ownsData()) {
            return new Reason("owns data", true,
                    "its " + Quantity.bytes(array.buffer().byteSize()) + " were allocated for it");
        }
        String owner = all.stream().filter(v -> v.array() == variable.owner()).map(Variable::name).findFirst()
                .orElse("an array that has no name any more");
        return new Reason("owns data", false, "its buffer belongs to " + owner);
    }

    private static Reason writeable(Variable variable, List<Variable> all) {
        NDArray array = variable.array();
        if (!array.isWriteable()) {
            boolean stretched = false;
            for (int axis = 0; axis < array.ndim(); axis++) {
                stretched |= array.shape(axis) > 1 && array.layout().stride(axis) == 0;
            }
            return new Reason("writeable", false, stretched
                    ? "stretched by stride 0: one write would change many items at once"
                    : "it was made read-only");
        }
        List<String> others = all.stream().filter(v -> v.array() != array && v.sharesBuffer(variable))
                .filter(v -> ByteOverlap.between(v.array(), array).bytes() > 0).map(Variable::name).toList();
        if (others.isEmpty())
            return new Reason("writeable", true, "no other variable sees these bytes");
        return new Reason("writeable", true, "a write here changes " + listed(others) + " too");
    }

    private static String listed(List<String> names) {
        if (names.size() == 1)
            return names.getFirst();
        return names.stream().limit(names.size() - 1L).collect(Collectors.joining(", ")) + " and " + names.getLast();
    }
}
