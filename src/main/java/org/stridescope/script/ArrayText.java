package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;

/**
 * Arrays as NumPy prints them: columns aligned, lines of 75 characters, and beyond a thousand items three at each end.
 * Rules: {@code numpy/core/arrayprint.py} with its default options.
 */
final class ArrayText {

    private final NDArray array;
    private final boolean summarised;
    private final ItemText items;
    private final String separator;
    private final PrintOptions options = PrintOptions.current();

    private ArrayText(NDArray array, String separator) {
        this.array = array;
        this.separator = separator;
        summarised = array.size() > options.threshold();
        items = ItemText.of(array, shown());
    }

    static String str(NDArray array) {
        if (array.ndim() == 0)
            return Repr.str(new Scalar(array));
        if (array.size() == 0)
            return "[]";
        return new ArrayText(array, " ").text("");
    }

    /** As {@link #str}, with this between the items. */
    static String separated(NDArray array, String separator) {
        return array.ndim() == 0 || array.size() == 0 ? str(array) : new ArrayText(array, separator).text("");
    }

    static String repr(NDArray array) {
        DType dtype = array.dtype();
        boolean implied = dtype == DType.INT64 || dtype == DType.FLOAT64 || dtype == DType.COMPLEX128
                || dtype == DType.BOOL;
        String body;
        if (array.size() == 0) {
            body = array.ndim() == 1 ? "[]" : "[], shape=" + org.stridescope.array.Shapes.text(array.shape());
            implied = false;
        } else {
            body = new ArrayText(array, ", ").text("array(");
        }
        if (implied)
            return "array(" + body + ")";
        String suffix = "dtype=" + dtype.pythonName();
        int last = body.length() - body.lastIndexOf('\n') - 1 + (body.contains("\n") ? 0 : "array(".length());
        String gap = last + suffix.length() + 3 > PrintOptions.current().width() ? ",\n      " : ", ";
        return "array(" + body + gap + suffix + ")";
    }

    private String text(String prefix) {
        if (array.ndim() == 0)
            return items.of(array.layout().offset());
        // room for the closing brackets of all axes, the comma, and the parenthesis of a repr
        int width = options.width() - (prefix.isEmpty() ? 0 : 1) - (array.ndim() - 1) - 1;
        return axis(0, array.layout().offset(), " ".repeat(prefix.length() + 1), width);
    }

    private String axis(int axis, long at, String indent, int width) {
        if (axis == array.ndim())
            return items.of(at);
        long n = array.shape(axis);
        long step = array.layout().stride(axis);
        boolean cut = summarised && n > 2 * options.edge();
        List<String> parts = new ArrayList<>();
        for (long i = 0; i < n; i++) {
            if (cut && i == options.edge()) {
                parts.add("...");
                i = n - options.edge();
            }
            parts.add(axis(axis + 1, at + i * step, indent + " ", width));
        }
        boolean last = axis == array.ndim() - 1;
        if (last)
            return "[" + row(parts, indent, width) + "]";
        int gap = array.ndim() - axis - 1;
        return "[" + String.join(separator.strip() + "\n".repeat(gap) + indent, parts) + "]";
    }

    /** Items joined, and wrapped where a line grows too long. */
    private String row(List<String> parts, String indent, int width) {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder(indent);
        for (int i = 0; i < parts.size(); i++) {
            String item = parts.get(i);
            boolean lastItem = i == parts.size() - 1;
            if (line.length() + item.length() > width && line.length() > indent.length()) {
                text.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(indent);
            }
            line.append(item);
            if (!lastItem)
                line.append(separator);
        }
        return text.append(line).substring(indent.length());
    }

    private List<Long> shown() {
        List<Long> places = new ArrayList<>();
        collect(0, array.layout().offset(), places);
        return places;
    }

    private void collect(int axis, long at, List<Long> places) {
        if (axis == array.ndim()) {
            places.add(at);
            return;
        }
        long n = array.shape(axis);
        for (long i = 0; i < n; i++) {
            if (summarised && n > 2 * options.edge() && i == options.edge())
                i = n - options.edge();
            collect(axis + 1, at + i * array.layout().stride(axis), places);
        }
    }

    /** The shortest decimal that reads back as the value in its own dtype. */
    static java.math.BigDecimal shortest(double value, DType dtype) {
        if (dtype == DType.FLOAT16)
            return ItemText.shortestHalf(value);
        String text = dtype == DType.FLOAT32 ? Float.toString((float) value) : Double.toString(value);
        return new java.math.BigDecimal(text);
    }
}
