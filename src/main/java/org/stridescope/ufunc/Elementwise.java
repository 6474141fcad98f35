package org.stridescope.ufunc;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.AxisOrder;
import org.stridescope.array.Broadcast;
import org.stridescope.array.DType;
import org.stridescope.array.Gather;
import org.stridescope.array.Items;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.NestedLoop;
import org.stridescope.array.Overlap;
import org.stridescope.array.Scatter;
import org.stridescope.array.Shapes;

/** Applies ufuncs to arrays: types resolved, operands broadcast, the result in the operands' own order. */
public final class Elementwise {
    static final int STRIP = 512;

    private Elementwise() {}

    /** The ufunc of these operands in a new array. */
    public static NDArray apply(Ufunc ufunc, ArrayMemory memory, NDArray... operands) {
        return apply(ufunc, memory, null, null, operands);
    }

    /** As the next one, with NumPy's usual casting rule. */
    public static NDArray apply(Ufunc ufunc, ArrayMemory memory, @Nullable NDArray out, @Nullable DType dtype,
            NDArray... operands) {
        return apply(ufunc, memory, out, dtype, Promotion.Casting.SAME_KIND, operands);
    }

    /**
     * @param out     where the result goes, or null for a new array
     * @param dtype   the dtype to compute in, or null for that of the operands
     * @param casting which casts of operands and result are allowed
     */
    public static NDArray apply(Ufunc ufunc, ArrayMemory memory, @Nullable NDArray out, @Nullable DType dtype,
            Promotion.Casting casting, NDArray... operands) {
        if (out != null && !out.isWriteable())
            throw new ArrayError("output array is read-only");
        DType lane = dtype == null ? ufunc.signature().lane(ufunc.name(), operands) : dtype;
        if (dtype != null)
            ufunc.checkLoop(dtype);
        Loop loop = ufunc.loop(lane);
        DType answer = ufunc.answer(lane);
        checkCasts(ufunc, casting, lane, operands);
        if (out != null)
            checkAnswer(ufunc, casting, answer, out);
        NDArray[] inputs = operands.clone();
        for (int i = 0; i < inputs.length; i++)
            inputs[i] = cast(inputs[i], lane, memory);
        long[][] shapes = new long[inputs.length + (out == null ? 0 : 1)][];
        for (int i = 0; i < inputs.length; i++)
            shapes[i] = inputs[i].shape();
        if (out != null)
            shapes[inputs.length] = out.shape();
        long[] shape = Broadcast.shape(shapes);
        if (out != null)
            check(out, shape);
        for (int i = 0; i < inputs.length; i++)
            inputs[i] = inputs[i].view(inputs[i].layout().broadcastTo(shape));
        // a wider out takes what the narrower lane wraps or rounds
        boolean apart = out != null && out.dtype() != answer && Promotion.safely(answer, out.dtype());
        NDArray result = out == null || apart
                ? NDArray.unfilled(memory, answer, layout(answer, shape, inputs))
                : out;
        for (int i = 0; i < inputs.length && out != null; i++) {
            if (Overlap.extentsMeet(inputs[i], out) && !inputs[i].layout().equals(out.layout())) {
                inputs[i] = inputs[i].copy(memory);
            }
        }
        checkPower(ufunc, lane, inputs);
        run(loop, lane, result, inputs);
        if (out == null || !apart)
            return result;
        Items.assign(result, out, memory);
        return out;
    }

    private static Layout layout(DType answer, long[] shape, NDArray... inputs) {
        Layout[] layouts = Arrays.stream(inputs).map(NDArray::layout).toArray(Layout[]::new);
        Layout kept = AxisOrder.keep(answer.itemsize(), shape, layouts);
        for (long length : shape) {
            if (length == 0)
                return Layout.of(shape, new long[shape.length], 0);
        }
        return kept;
    }

    private static void checkCasts(Ufunc ufunc, Promotion.Casting casting, DType lane, NDArray... operands) {
        for (int i = 0; i < operands.length; i++) {
            if (operands[i].dtype() == lane || Promotion.canCast(operands[i], lane, casting))
                continue;
            String which = operands.length == 1 ? "input" : "input " + i;
            throw new ArrayError("Cannot cast ufunc '" + ufunc.name() + "' " + which + " from dtype('"
                    + operands[i].dtype().pythonName() + "') to dtype('" + lane.pythonName() + "') with casting rule '"
                    + casting.word() + "'", ArrayError.Kind.UFUNC_TYPE);
        }
    }

    /** Refuses an array that results of this dtype can't be written to under this rule. */
    public static void checkAnswer(Ufunc ufunc, Promotion.Casting casting, DType answer, NDArray out) {
        if (!Promotion.canCast(answer, out.dtype(), casting)) {
            throw new ArrayError("Cannot cast ufunc '" + ufunc.name() + "' output from dtype('" + answer.pythonName()
                    + "') to dtype('" + out.dtype().pythonName() + "') with casting rule '" + casting.word() + "'",
                    ArrayError.Kind.UFUNC_TYPE);
        }
    }

    private static void check(NDArray out, long... shape) {
        if (!Arrays.equals(shape, out.shape())) {
            throw new ArrayError("non-broadcastable output operand with shape " + Shapes.tight(out.shape())
                    + " doesn't match the broadcast shape " + Shapes.tight(shape));
        }
    }

    /** Scalars take the lane's dtype first (0.1 beside float32 is a float32); arrays are cast strip by strip. */
    private static NDArray cast(NDArray input, DType lane, ArrayMemory memory) {
        boolean narrows = !Promotion.safely(input.dtype(), lane);
        if (input.dtype() == lane || input.ndim() > 0 && !narrows)
            return input;
        NDArray to = NDArray.unfilled(memory, lane, AxisOrder.like(lane.itemsize(), input));
        Items.cast(input, to);
        return to;
    }

    private static void checkPower(Ufunc ufunc, DType lane, NDArray... inputs) {
        if (!ufunc.name().equals("power") || lane.kind() != DType.Kind.SIGNED)
            return;
        NDArray exponent = inputs[1];
        long[] least = {0};
        NestedLoop.over(exponent.shape(), (at, step, count) -> {
            for (long i = 0; i < count; i++)
                least[0] = Math.min(least[0], exponent.longAt(at[0] + i * step[0]));
        }, exponent.layout());
        if (least[0] < 0)
            throw new ArrayError("Integers to negative integer powers are not allowed.");
    }

    /** Inputs of one shape, cast to {@code lane} as they are read, through the loop to {@code result}. */
    static void run(Loop loop, DType lane, NDArray result, NDArray... inputs) {
        if (VectorLoops.run(loop, lane, result, inputs))
            return;
        Layout[] layouts = new Layout[inputs.length + 1];
        // the result's order leads: it is written once, and most caches are lost by writing astray
        for (int i = 0; i < inputs.length; i++)
            layouts[i] = inputs[i].layout();
        layouts[inputs.length] = result.layout();
        NDArray a = inputs[0];
        NDArray b = inputs[inputs.length - 1];
        int last = inputs.length - 1;
        Strip strip = Strip.of(loop, (int) Math.min(STRIP, Math.max(1, result.size())), inputs.length == 1,
                lane == DType.FLOAT16);
        MemorySegment target = result.buffer();
        int to = inputs.length;
        NestedLoop.over(result.shape(), (at, step, count) -> {
            for (long i = 0; i < count; i += STRIP) {
                int n = (int) Math.min(STRIP, count - i);
                strip.read(a, at[0] + i * step[0], step[0], b, at[last] + i * step[last], step[last], n);
                strip.write(target, result.dtype(), at[to] + i * step[to], step[to], n, lane == DType.UINT64);
            }
        }, layouts);
    }

    /** Scratch for one strip of each operand, in the lane of the loop. */
    private abstract static class Strip {
        abstract void read(NDArray a, long at, long step, NDArray b, long atB, long stepB, int n);

        abstract void write(MemorySegment to, DType dtype, long at, long step, int n, boolean unsigned);

        static Strip of(Loop loop, int size, boolean unary, boolean half) {
            return loop instanceof Loop.Longs longs
                    ? new OfLongs(longs, size, unary)
                    : new OfDoubles(loop, size, unary, half);
        }
    }

    private static final class OfLongs extends Strip {
        private final Loop.Longs loop;
        private final boolean unary;
        private final long[] a;
        private final long[] b;
        private final long[] out;

        OfLongs(Loop.Longs loop, int size, boolean unary) {
            this.loop = loop;
            this.unary = unary;
            a = new long[size];
            b = unary ? a : new long[size];
            out = new long[size];
        }

        @Override
        void read(NDArray left, long at, long step, NDArray right, long atB, long stepB, int n) {
            Gather.longs(left.buffer(), left.dtype(), at, step, a, n);
            if (!unary)
                Gather.longs(right.buffer(), right.dtype(), atB, stepB, b, n);
            loop.run(a, b, out, n);
        }

        @Override
        void write(MemorySegment to, DType dtype, long at, long step, int n, boolean unsigned) {
            Scatter.longs(out, unsigned, to, dtype, at, step, n);
        }
    }

    private static final class OfDoubles extends Strip {
        private final Loop loop;
        private final boolean unary;
        private final boolean complex;
        /** NumPy computes half precision in single, and so rounds twice. */
        private final boolean half;
        private final double[] a;
        private final double[] b;
        private final double[] out;
        private final long[] truth;

        OfDoubles(Loop loop, int size, boolean unary, boolean half) {
            this.half = half;
            this.loop = loop;
            this.unary = unary;
            complex = loop instanceof Loop.Complexes || loop instanceof Loop.ComplexTest
                    || loop instanceof Loop.ComplexPart;
            int width = complex ? 2 * size : size;
            a = new double[width];
            b = unary ? a : new double[width];
            out = new double[width];
            truth = new long[size];
        }

        @Override
        void read(NDArray left, long at, long step, NDArray right, long atB, long stepB, int n) {
            load(left, at, step, a, n);
            if (!unary)
                load(right, atB, stepB, b, n);
            switch (loop) {
                case Loop.Doubles doubles -> doubles.run(a, b, out, n);
                case Loop.DoubleTest test -> test.run(a, b, truth, n);
                case Loop.Complexes complexes -> complexes.run(a, b, out, n);
                case Loop.ComplexTest test -> test.run(a, b, truth, n);
                case Loop.ComplexPart part -> part.run(a, b, out, n);
                case Loop.Longs longs -> throw new IllegalStateException("an integer loop over doubles");
            }
        }

        private void load(NDArray from, long at, long step, double[] to, int n) {
            if (complex)
                Gather.complex(from.buffer(), from.dtype(), at, step, to, n);
            else
                Gather.doubles(from.buffer(), from.dtype(), at, step, to, n);
        }

        @Override
        void write(MemorySegment to, DType dtype, long at, long step, int n, boolean unsigned) {
            if (loop instanceof Loop.DoubleTest || loop instanceof Loop.ComplexTest) {
                Scatter.longs(truth, false, to, dtype, at, step, n);
            } else if (loop instanceof Loop.Complexes) {
                Scatter.complex(out, to, dtype, at, step, n);
            } else {
                if (half)
                    for (int i = 0; i < n; i++)
                        out[i] = (float) out[i];
                Scatter.doubles(out, to, dtype, at, step, n);
            }
        }
    }
}
