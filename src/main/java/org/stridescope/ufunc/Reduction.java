package org.stridescope.ufunc;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Gather;
import org.stridescope.array.Items;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.NestedLoop;
import org.stridescope.array.Scatter;
import org.stridescope.array.Slice;

/** {@code ufunc.reduce}: the items along some axes folded into one. Sums of floats are pairwise along a contiguous axis. */
public final class Reduction {
    private static final int STRIP = 4096;

    private Reduction() {}

    /**
     * @param axes     null for all
     * @param keepdims whether reduced axes stay, with length 1
     * @param dtype    the dtype to compute in; null for NumPy's choice: sums and products of small integers in 64 bits
     * @param initial  what to start from, an array without axes; null for the ufunc's identity
     */
    public static NDArray reduce(Ufunc ufunc, NDArray array, int @Nullable [] axes, boolean keepdims,
            @Nullable DType dtype, @Nullable NDArray initial, ArrayMemory memory) {
        if (ufunc.operands() != 2)
            throw new ArrayError("reduce only supported for binary functions");
        Axes over = Axes.of(array, axes);
        DType lane = dtype == null ? lane(ufunc, array) : dtype;
        DType answer = ufunc.answer(lane);
        // logical reductions answer in booleans, and fold booleans from there on
        NDArray from = array;
        if (answer == DType.BOOL && lane != DType.BOOL) {
            from = truth(array, memory);
            lane = DType.BOOL;
        }
        NDArray result = NDArray.unfilled(memory, answer, over.layout(array, answer));
        if (initial != null)
            Items.assign(initial, result, memory);
        else if (ufunc.identity() != null)
            Items.assign(identity(ufunc, answer, memory), result, memory);
        else
            from = startFromFirst(ufunc, from, over, result, memory);
        if (array.ndim() > 0 || initial != null || ufunc.identity() != null)
            fold(ufunc, lane, from, over, result);
        return keepdims ? over.keeping(result) : result;
    }

    private static DType lane(Ufunc ufunc, NDArray array) {
        DType own = array.dtype();
        boolean widens = ufunc == Ufuncs.ADD || ufunc == Ufuncs.MULTIPLY;
        if (widens && own.kind() == DType.Kind.UNSIGNED)
            return DType.UINT64;
        if (widens && (own.kind() == DType.Kind.SIGNED || own == DType.BOOL))
            return DType.INT64;
        return ufunc.signature().lane(ufunc.name(), array, array);
    }

    private static NDArray truth(NDArray array, ArrayMemory memory) {
        return Elementwise.apply(Ufuncs.get("not_equal"), memory, array, NDArray.zeros(memory, array.dtype()));
    }

    private static NDArray identity(Ufunc ufunc, DType dtype, ArrayMemory memory) {
        NDArray value = NDArray.zeros(memory, dtype);
        Double identity = ufunc.identity();
        value.setDouble(identity == null ? 0 : identity);
        return value;
    }

    /** Without an identity the first items start the fold; what is left to fold comes back. */
    private static NDArray startFromFirst(Ufunc ufunc, NDArray array, Axes over, NDArray result, ArrayMemory memory) {
        if (array.ndim() == 0)
            Items.assign(array, result, memory);
        if (result.size() == 0 || array.ndim() == 0)
            return array;
        if (over.count(array) == 0) {
            throw new ArrayError("zero-size array to reduction operation " + ufunc.name() + " which has no identity");
        }
        Slice[] first = new Slice[array.ndim()];
        int axes = 0;
        int last = 0;
        for (int axis = 0; axis < first.length; axis++) {
            first[axis] = over.reduced()[axis] ? Slice.of(0, 1) : Slice.ALL;
            if (over.reduced()[axis]) {
                axes++;
                last = axis;
            }
        }
        NDArray start = array.slice(first);
        Items.assign(start.reshape(memory, result.shape()), result, memory);
        // the larger or smaller of an item and itself is that item
        if (ufunc.fold() != null || ufunc.name().equals("fmax") || ufunc.name().equals("fmin"))
            return array;
        if (axes > 1) {
            throw new ArrayError("reduction operation '" + ufunc.name()
                    + "' is not reorderable, so at most one axis may be specified");
        }
        return axes == 0
                ? array.slice(Slice.of(0, 0))
                : array.view(array.layout().slice(last, new Slice(1L, null, null)));
    }

    private static void fold(Ufunc ufunc, DType lane, NDArray array, Axes over, NDArray result) {
        Layout into = over.stretched(result, array.shape());
        if (VectorSums.run(ufunc, lane, array, result, into))
            return;
        Run run = switch (lane.kind()) {
            case FLOAT -> new DoubleRun(ufunc, lane, array, result);
            case COMPLEX -> new ComplexRun(ufunc, lane, array, result);
            default -> new LongRun(ufunc, lane, array, result);
        };
        NestedLoop.over(array.shape(), (at, step, count) -> {
            for (long i = 0; i < count;) {
                boolean single = step[1] == 0;
                // pairwise sums want the whole run
                int n = (int) Math.min(single && run.takesAll() ? Integer.MAX_VALUE : STRIP, count - i);
                if (single)
                    run.one(at[0] + i * step[0], step[0], n, at[1]);
                else
                    run.each(at[0] + i * step[0], step[0], n, at[1] + i * step[1], step[1]);
                i += n;
            }
        }, array.layout(), into);
    }

    /** Folds runs of items into one item of the result, or each into its own. */
    private abstract static class Run {
        final NDArray from;
        final NDArray to;
        final DType lane;

        Run(DType lane, NDArray from, NDArray to) {
            this.lane = lane;
            this.from = from;
            this.to = to;
        }

        boolean takesAll() {
            return false;
        }

        abstract void one(long at, long step, int n, long into);

        abstract void each(long at, long step, int n, long into, long stepTo);
    }

    private static final class DoubleRun extends Run {
        private final Loop.Doubles loop;
        private final Ufunc.@Nullable Fold fold;
        private final double[] items = new double[STRIP];
        private final double[] sums = new double[STRIP];

        DoubleRun(Ufunc ufunc, DType lane, NDArray from, NDArray to) {
            super(lane, from, to);
            loop = (Loop.Doubles) ufunc.loop(lane);
            fold = ufunc.fold();
        }

        @Override
        boolean takesAll() {
            return fold == Folds.SUM;
        }

        @Override
        void one(long at, long step, int n, long into) {
            Gather.doubles(to.buffer(), to.dtype(), into, 0, sums, 1);
            if (fold == Folds.SUM) {
                sums[0] += pairwise(at, step, n);
            } else {
                Gather.doubles(from.buffer(), from.dtype(), at, step, items, n);
                if (fold != null)
                    sums[0] = fold.doubles(sums[0], items, n);
                else {
                    double[] item = new double[1];
                    for (int i = 0; i < n; i++) {
                        item[0] = items[i];
                        loop.run(sums, item, sums, 1);
                    }
                }
            }
            Scatter.doubles(sums, to.buffer(), to.dtype(), into, 0, 1);
        }

        private double pairwise(long at, long step, int n) {
            if (n <= STRIP) {
                Gather.doubles(from.buffer(), from.dtype(), at, step, items, n);
                return Folds.pairwise(items, 0, n);
            }
            int half = n / 2;
            half -= half % 8;
            return pairwise(at, step, half) + pairwise(at + half * step, step, n - half);
        }

        @Override
        void each(long at, long step, int n, long into, long stepTo) {
            Gather.doubles(from.buffer(), from.dtype(), at, step, items, n);
            Gather.doubles(to.buffer(), to.dtype(), into, stepTo, sums, n);
            loop.run(sums, items, sums, n);
            Scatter.doubles(sums, to.buffer(), to.dtype(), into, stepTo, n);
        }
    }

    private static final class LongRun extends Run {
        private final Loop.Longs loop;
        private final Ufunc.@Nullable Fold fold;
        private final boolean unsigned;
        private final long[] items = new long[STRIP];
        private final long[] sums = new long[STRIP];

        LongRun(Ufunc ufunc, DType lane, NDArray from, NDArray to) {
            super(lane, from, to);
            loop = (Loop.Longs) ufunc.loop(lane);
            unsigned = lane == DType.UINT64;
            fold = lane == DType.BOOL && ufunc == Ufuncs.ADD ? null : ufunc.fold();
        }

        @Override
        void one(long at, long step, int n, long into) {
            Gather.longs(from.buffer(), from.dtype(), at, step, items, n);
            Gather.longs(to.buffer(), to.dtype(), into, 0, sums, 1);
            if (fold != null)
                sums[0] = fold.longs(sums[0], items, n, unsigned);
            else {
                long[] item = new long[1];
                for (int i = 0; i < n; i++) {
                    item[0] = items[i];
                    loop.run(sums, item, sums, 1);
                }
            }
            Scatter.longs(sums, unsigned, to.buffer(), to.dtype(), into, 0, 1);
        }

        @Override
        void each(long at, long step, int n, long into, long stepTo) {
            Gather.longs(from.buffer(), from.dtype(), at, step, items, n);
            Gather.longs(to.buffer(), to.dtype(), into, stepTo, sums, n);
            loop.run(sums, items, sums, n);
            Scatter.longs(sums, unsigned, to.buffer(), to.dtype(), into, stepTo, n);
        }
    }

    private static final class ComplexRun extends Run {
        private final Loop.Complexes loop;

        ComplexRun(Ufunc ufunc, DType lane, NDArray from, NDArray to) {
            super(lane, from, to);
            loop = (Loop.Complexes) ufunc.loop(lane);
        }

        @Override
        void one(long at, long step, int n, long into) {
            each(at, step, n, into, 0);
        }

        @Override
        void each(long at, long step, int n, long into, long stepTo) {
            double[] item = new double[2];
            double[] sum = new double[2];
            for (int i = 0; i < n; i++) {
                Gather.complex(from.buffer(), from.dtype(), at + i * step, 0, item, 1);
                Gather.complex(to.buffer(), to.dtype(), into + i * stepTo, 0, sum, 1);
                loop.run(sum, item, sum, 1);
                Scatter.complex(sum, to.buffer(), to.dtype(), into + i * stepTo, 0, 1);
            }
        }
    }
}
