package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.array.Views;
import org.stridescope.script.Values.Complex;
import org.stridescope.script.Values.Custom;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PySlice;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;

import static org.stridescope.script.NumPyCalls.key;

/** What NumPy makes of an index alone: {@code np.r_[1:5]}, {@code np.mgrid[0:3, 0:2]}, {@code np.s_[1:]}. */
final class NumPyGrids {
    private NumPyGrids() {}

    static void into(Names names) {
        names.value("s_", new Indexed("IndexExpression", (index, in) -> index));
        names.value("index_exp", new Indexed("IndexExpression",
                (index, in) -> index instanceof PyTuple ? index : PyTuple.of(index)));
        names.value("mgrid", new Indexed("nd_grid", (index, in) -> grid(index, false, in)));
        names.value("ogrid", new Indexed("nd_grid", (index, in) -> grid(index, true, in)));
        names.value("r_", new Indexed("RClass", (index, in) -> joined(index, false, new NumPyCalls(in))));
        names.value("c_", new Indexed("CClass", (index, in) -> joined(index, true, new NumPyCalls(in))));
    }

    /** What is done with an index. */
    private interface Reading {
        Object of(Object index, Interpreter in);
    }

    private record Indexed(String typeName, Reading reading) implements Custom {
        @Override
        public java.util.Collection<Object> holds() {
            return java.util.List.of();
        }

        @Override
        public @Nullable Object attribute(String name) {
            return name.equals("__getitem__")
                    ? Attributes.bound("__getitem__(index)", call -> reading.of(call.get("index"), call.interpreter()))
                    : null;
        }
    }

    /** A slice as numbers: by its step, or as many as its imaginary step says, both ends included. */
    private static NDArray run(PySlice slice, NumPyCalls np) {
        Object start = slice.start() == Singleton.NONE ? (Object) 0L : slice.start();
        if (slice.step() instanceof Complex steps) {
            long n = (long) Math.abs(steps.imaginary());
            return Arrays.owned(np.a("linspace", start, slice.stop(), key("num", n)));
        }
        Object step = slice.step() == Singleton.NONE ? (Object) 1L : slice.step();
        return np.a("arange", start, slice.stop(), step);
    }

    private static Object grid(Object index, boolean open, Interpreter in) {
        NumPyCalls np = new NumPyCalls(in);
        if (!(index instanceof PyTuple tuple))
            return run((PySlice) index, np);
        List<NDArray> runs = new ArrayList<>();
        DType common = DType.INT64;
        for (Object item : tuple.items()) {
            if (!(item instanceof PySlice slice))
                throw ScriptError.attribute("'" + Types.name(item) + "' object has no attribute 'step'");
            NDArray run = run(slice, np);
            common = org.stridescope.ufunc.Promotion.promote(common, run.dtype());
            runs.add(run);
        }
        int n = runs.size();
        List<Object> sparse = new ArrayList<>();
        long[] shape = new long[n];
        for (int axis = 0; axis < n; axis++) {
            NDArray run = runs.get(axis);
            shape[axis] = run.size();
            long[] own = new long[n];
            java.util.Arrays.fill(own, 1);
            own[axis] = run.size();
            NDArray of = org.stridescope.ufunc.Casting.to(run, common, in.memory());
            sparse.add(of.reshape(in.memory(), own));
        }
        if (open)
            return new PyList(sparse);
        long[] full = new long[n + 1];
        full[0] = n;
        System.arraycopy(shape, 0, full, 1, n);
        NDArray dense = NDArray.zeros(in.memory(), common, full);
        for (int axis = 0; axis < n && dense.size() > 0; axis++)
            org.stridescope.array.Items.assign((NDArray) sparse.get(axis), dense.at(axis), in.memory());
        return dense;
    }

    private static Object joined(Object index, boolean columns, NumPyCalls np) {
        List<Object> items = index instanceof PyTuple tuple ? tuple.items() : List.of(index);
        int least = columns ? 2 : 1;
        int axis = columns ? -1 : 0;
        int first = 0;
        if (items.getFirst() instanceof String text) {
            first = 1;
            String[] parts = text.split(",", -1);
            try {
                axis = Integer.parseInt(parts[0].strip());
                if (parts.length > 1)
                    least = Integer.parseInt(parts[1].strip());
            } catch (NumberFormatException e) {
                throw ScriptError.value("unknown special directive '" + text + "'");
            }
        }
        List<Object> parts = new ArrayList<>();
        List<NDArray> arrays = new ArrayList<>();
        List<NDArray> scalars = new ArrayList<>();
        for (Object item : items.subList(first, items.size())) {
            boolean scalar = Numbers.isNumber(item);
            NDArray array = item instanceof PySlice slice ? run(slice, np) : np.array(item);
            (scalar ? scalars : arrays).add(array);
            int own = scalar ? 0 : array.ndim();
            while (array.ndim() < least)
                array = array.newAxis(0);
            // new axes go before, or for c_ after, the array's own
            if (columns && own == 1 || own == 0 && least > 1)
                array = Views.moveAxis(array, new int[]{array.ndim() - 1}, new int[]{0});
            parts.add(array);
        }
        DType common = DType.BOOL;
        NDArray[] all = new NDArray[arrays.size() + scalars.size()];
        for (int i = 0; i < all.length; i++)
            all[i] = i < arrays.size() ? arrays.get(i) : scalars.get(i - arrays.size());
        if (all.length > 0)
            common = org.stridescope.ufunc.Promotion.resultType(all);
        return np.f("concatenate", PyTuple.of(parts.toArray()), key("axis", (long) axis), key("dtype",
                new Values.DTypeValue(common)));
    }
}
