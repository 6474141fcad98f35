package org.stridescope.explain.broadcast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stridescope.array.ArrayError;
import org.stridescope.array.Broadcast;
import org.stridescope.array.Layout;
import org.stridescope.array.Shapes;
import org.stridescope.explain.broadcast.AxisRule.Verdict;

/**
 * An operation on arrays of different shapes, told the way NumPy works it out: shapes aligned at their last axes, the rule
 * applied axis by axis from the last, lengths of 1 and missing axes stretched by stride 0, then one output item after the
 * other paired with the items it comes from.
 */
public final class BroadcastFrames {
    private final List<Operand> operands;
    private final List<AxisRule> rules;
    private final Optional<String> error;
    private final long[] shape;

    private BroadcastFrames(List<Operand> operands, List<AxisRule> rules, Optional<String> error, long[] shape) {
        this.operands = operands;
        this.rules = rules;
        this.error = error;
        this.shape = shape;
    }

    public static BroadcastFrames of(List<Operand> operands) {
        if (operands.isEmpty())
            throw new ArrayError("broadcasting needs at least one array");
        int ndim = operands.stream().mapToInt(Operand::ndim).max().orElse(0);
        List<AxisRule> rules = new ArrayList<>();
        for (int axis = ndim - 1; axis >= 0; axis--) {
            AxisRule rule = rule(operands, axis, ndim);
            rules.add(rule);
            if (rule.verdict() == Verdict.FAIL)
                break;
        }
        try {
            long[] shape = Broadcast.shape(operands.stream().map(Operand::shape).toArray(long[][]::new));
            return new BroadcastFrames(List.copyOf(operands), List.copyOf(rules), Optional.empty(), shape);
        } catch (ArrayError e) {
            return new BroadcastFrames(List.copyOf(operands), List.copyOf(rules), Optional.ofNullable(e.getMessage()),
                    new long[ndim]);
        }
    }

    private static AxisRule rule(List<Operand> operands, int axis, int ndim) {
        List<Long> lengths = new ArrayList<>();
        for (Operand operand : operands) {
            int own = axis - (ndim - operand.ndim());
            lengths.add(own < 0 ? AxisRule.MISSING : operand.length(own));
        }
        long length = 1;
        int giver = 0;
        for (int i = 0; i < lengths.size(); i++) {
            long own = lengths.get(i);
            if (own == AxisRule.MISSING || own == 1 || own == length)
                continue;
            if (length != 1) {
                String clash = "axis " + axis + ": " + operands.get(giver).name() + " has " + length + ", "
                        + operands.get(i).name() + " has " + own + ": neither is 1, so nothing can be stretched";
                return new AxisRule(axis, lengths, -1, Verdict.FAIL, clash);
            }
            length = own;
            giver = i;
        }
        return agreed(operands, axis, lengths, length);
    }

    private static AxisRule agreed(List<Operand> operands, int axis, List<Long> lengths, long length) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < lengths.size(); i++) {
            String name = operands.get(i).name();
            if (lengths.get(i) == AxisRule.MISSING)
                parts.add(name + " has no such axis, so it counts as 1");
            else if (lengths.get(i) == 1 && length != 1)
                parts.add(name + " has 1");
        }
        boolean stretch = length != 1 && !parts.isEmpty();
        String what = stretch ? " and is stretched to " + length : "";
        if (parts.isEmpty())
            parts.add(operands.size() == 1 ? "length " + length : "all have " + length);
        return new AxisRule(axis, lengths, length, stretch ? Verdict.STRETCH : Verdict.EQUAL,
                "axis " + axis + ": " + String.join("; ", parts) + what);
    }

    public List<Operand> operands() {
        return operands;
    }

    /** The rule axis by axis, last axis first; after a failing axis nothing follows. */
    public List<AxisRule> rules() {
        return rules;
    }

    /** The failing axis; none where the shapes fit. */
    public Optional<AxisRule> failure() {
        return rules.stream().filter(r -> r.verdict() == Verdict.FAIL).findFirst();
    }

    /** NumPy's message where the shapes do not fit. */
    public Optional<String> error() {
        return error;
    }

    public int ndim() {
        return shape.length;
    }

    /** Shape of the result; an error where the shapes do not fit. */
    public long[] shape() {
        if (error.isPresent())
            throw new ArrayError(error.get());
        return shape.clone();
    }

    /** Items of the result, and so steps of the animation. */
    public long size() {
        return Shapes.bytes(1, shape());
    }

    /** Index of the result item that this step computes, in C order. */
    public long[] outputIndex(long step) {
        long[] result = shape();
        long rest = step;
        for (int axis = result.length - 1; axis >= 0; axis--) {
            long length = result[axis];
            result[axis] = rest % length;
            rest /= length;
        }
        return result;
    }

    /** Index of the item of this operand that goes into a result item: 0 along stretched axes, missing axes dropped. */
    public long[] inputIndex(int operand, long... output) {
        Operand of = operands.get(operand);
        long[] index = new long[of.ndim()];
        int lead = output.length - index.length;
        for (int axis = 0; axis < index.length; axis++)
            index[axis] = of.length(axis) == 1 ? 0 : output[lead + axis];
        return index;
    }

    /** Layout of this operand stretched to the result: stride 0 where it repeats. */
    public Layout stretched(int operand) {
        Operand of = operands.get(operand);
        return Layout.cOrder(of.itemsize(), of.shape()).broadcastTo(shape());
    }

    /** Whether this result cell shows the operand's own item, or (true) a ghost of it made by stride 0. */
    public boolean isGhost(int operand, long... output) {
        int lead = output.length - operands.get(operand).ndim();
        for (int axis = 0; axis < output.length; axis++) {
            boolean repeats = axis < lead || operands.get(operand).length(axis - lead) == 1;
            if (repeats && output[axis] != 0)
                return true;
        }
        return false;
    }

    /** What the operation costs; {@code resultItemsize} bytes an item of the result. */
    public BroadcastBill bill(int resultItemsize) {
        return BroadcastBill.of(this, resultItemsize);
    }
}
