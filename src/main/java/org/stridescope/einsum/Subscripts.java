package org.stridescope.einsum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.stridescope.array.ArrayError;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Shapes;

/**
 * The parsed subscripts of an einsum: a label for each axis of each operand, and for the output. The axes under an
 * ellipsis have the labels '0', '1', ... counted from the last axis.
 *
 * @param operands one string of labels an operand
 * @param output   labels of the result's axes
 * @param summed   labels summed over, in the order they first appear
 * @param lengths  of the axis of each label
 */
public record Subscripts(List<String> operands, String output, String summed, Map<Character, Long> lengths) {
    private static final int MOST_ELLIPSIS = 10;

    /** Parses and checks subscripts against the operands, with NumPy's errors. */
    public static Subscripts parse(String text, NDArray... arrays) {
        String bare = text.replace(" ", "");
        int arrow = bare.indexOf("->");
        String left = arrow < 0 ? bare : bare.substring(0, arrow);
        String right = arrow < 0 ? null : bare.substring(arrow + 2);
        String[] parts = left.split(",", -1);
        if (parts.length > arrays.length) {
            throw new ArrayError(
                    "fewer operands provided to einstein sum function than specified in the subscripts string");
        }
        if (parts.length < arrays.length) {
            throw new ArrayError(
                    "more operands provided to einstein sum function than specified in the subscripts string");
        }
        List<String> operands = new ArrayList<>();
        int widest = 0;
        for (int i = 0; i < parts.length; i++) {
            String labels = operand(parts[i], arrays[i], i);
            operands.add(labels);
            widest = Math.max(widest, (int) labels.chars().filter(Character::isDigit).count());
        }
        String loops = right == null ? implicit(operands, widest) : right.replace("...", hidden(widest));
        Map<Character, Long> lengths = lengths(operands, loops, arrays);
        String output = right == null ? loops : output(right, widest, lengths);
        return new Subscripts(operands, output, summed(operands, output), lengths);
    }

    private static String summed(List<String> operands, String output) {
        StringBuilder summed = new StringBuilder();
        for (String labels : operands) {
            for (char label : labels.toCharArray()) {
                if (output.indexOf(label) < 0 && summed.indexOf("" + label) < 0)
                    summed.append(label);
            }
        }
        return summed.toString();
    }

    private static String operand(String part, NDArray array, int number) {
        int dots = part.indexOf("...");
        String labels = part.replace("...", "");
        check(labels, part);
        int named = labels.length();
        if (dots < 0 && named < array.ndim()) {
            throw new ArrayError(
                    "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis"
                            + " provided to broadcast the extra dimensions.");
        }
        if (named > array.ndim()) {
            throw new ArrayError("einstein sum subscripts string contains too many subscripts for operand " + number);
        }
        if (dots < 0)
            return labels;
        StringBuilder hidden = new StringBuilder();
        int extra = array.ndim() - named;
        if (extra > MOST_ELLIPSIS)
            throw new ArrayError("too many subscripts in einsum");
        for (int i = extra - 1; i >= 0; i--)
            hidden.append((char) ('0' + i));
        return part.substring(0, dots) + hidden + part.substring(dots + 3);
    }

    private static void check(String labels, String part) {
        for (char label : labels.toCharArray()) {
            if (label == '.') {
                throw new ArrayError(
                        "einstein sum subscripts string contains a '.' that is not part of an ellipsis ('...')");
            }
            if (!(label >= 'a' && label <= 'z' || label >= 'A' && label <= 'Z')) {
                throw new ArrayError(
                        "invalid subscript '" + label + "' in einstein sum subscripts string, subscripts must be"
                                + " letters");
            }
        }
        if (part.indexOf("...") != part.lastIndexOf("...")) {
            throw new ArrayError(
                    "einstein sum subscripts string contains a '.' that is not part of an ellipsis ('...')");
        }
    }

    /** Labels that appear once, in alphabetical order, after the axes under an ellipsis. */
    private static String implicit(List<String> operands, int widest) {
        TreeMap<Character, Integer> count = new TreeMap<>();
        for (String labels : operands) {
            for (char label : labels.toCharArray())
                if (!Character.isDigit(label))
                    count.merge(label, 1, Integer::sum);
        }
        StringBuilder output = new StringBuilder(hidden(widest));
        count.forEach((label, n) -> {
            if (n == 1)
                output.append(label);
        });
        return output.toString();
    }

    private static String output(String right, int widest, Map<Character, Long> lengths) {
        int dots = right.indexOf("...");
        String labels = right.replace("...", "");
        check(labels, right);
        for (int i = 0; i < labels.length(); i++) {
            char label = labels.charAt(i);
            if (labels.indexOf(label) != i) {
                throw new ArrayError(
                        "einstein sum subscripts string includes output subscript '" + label + "' multiple times");
            }
            if (!lengths.containsKey(label)) {
                throw new ArrayError("einstein sum subscripts string included output subscript '" + label
                        + "' which never appeared in an input");
            }
        }
        if (dots < 0 && widest > 0) {
            throw new ArrayError(
                    "output has more dimensions than subscripts given in einstein sum, but no '...' ellipsis"
                            + " provided to broadcast the extra dimensions.");
        }
        return dots < 0 ? labels : right.substring(0, dots) + hidden(widest) + right.substring(dots + 3);
    }

    private static String hidden(int widest) {
        StringBuilder hidden = new StringBuilder();
        for (int i = widest - 1; i >= 0; i--)
            hidden.append((char) ('0' + i));
        return hidden.toString();
    }

    private static Map<Character, Long> lengths(List<String> operands, String output, NDArray... arrays) {
        Map<Character, Long> lengths = new LinkedHashMap<>();
        for (int i = 0; i < arrays.length; i++) {
            String labels = operands.get(i);
            Map<Character, Long> own = new LinkedHashMap<>();
            for (int axis = 0; axis < labels.length(); axis++) {
                char label = labels.charAt(axis);
                long length = arrays[i].shape(axis);
                Long before = own.putIfAbsent(label, length);
                if (before != null && before != length) {
                    throw new ArrayError("dimensions in " + (arrays.length == 1 ? "single operand" : "operand " + i)
                            + " for collapsing index '" + label
                            + "' don't match (" + before + " != " + length + ")");
                }
            }
            for (var entry : own.entrySet()) {
                Long before = lengths.putIfAbsent(entry.getKey(), entry.getValue());
                if (before == null || before.equals(entry.getValue()) || entry.getValue() == 1)
                    continue;
                if (before != 1)
                    throw mismatch(operands, output + summed(operands, output), arrays);
                lengths.put(entry.getKey(), entry.getValue());
            }
        }
        return lengths;
    }

    /** Each operand's shape, and how it lies along the loops: an axis that it has not is a newaxis, but for leading ones. */
    private static ArrayError mismatch(List<String> operands, String loops, NDArray... arrays) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < arrays.length; i++) {
            List<String> axes = new ArrayList<>();
            for (char label : loops.toCharArray()) {
                int axis = operands.get(i).indexOf(label);
                if (axis >= 0 || !axes.isEmpty())
                    axes.add(axis < 0 ? "newaxis" : Long.toString(arrays[i].shape(axis)));
            }
            text.append(Shapes.tight(arrays[i].shape())).append("->(").append(String.join(",", axes))
                    .append(axes.size() == 1 ? ",) " : ") ");
        }
        return new ArrayError(
                "operands could not be broadcast together with remapped shapes [original->remapped]: " + text);
    }

    /** All labels, the output's first: the axes of the loops. */
    public String labels() {
        return output + summed;
    }

    /** The shape of the loops. */
    public long[] shape() {
        return labels().chars().mapToLong(c -> lengths.get((char) c)).toArray();
    }

    /** The operand's items over the axes of the loops; repeated labels step along a diagonal. */
    public Layout layout(int operand, NDArray array) {
        String labels = labels();
        long[] strides = new long[labels.length()];
        String own = operands.get(operand);
        for (int axis = 0; axis < own.length(); axis++) {
            if (array.shape(axis) != 1)
                strides[labels.indexOf(own.charAt(axis))] += array.layout().stride(axis);
        }
        return Layout.of(shape(), strides, array.layout().offset());
    }
}
