package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Views;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;
import org.stridescope.ufunc.Casting;

import static org.stridescope.script.NumPyCalls.cut;
import static org.stridescope.script.NumPyCalls.key;

/** Differences and sums along a line: gradient, trapezes, interpolation; the cross product. */
final class NumPyCalculus {
    private NumPyCalculus() {}

    static void into(Names names) {
        names.function("interp(x, xp, fp, left=, right=, period=)", NumPyCalculus::interp);
        names.function("gradient(f, *varargs, axis=, edge_order=)", NumPyCalculus::gradient);
        names.function("trapz(y, x=, dx=, axis=)", NumPyCalculus::trapeze);
        names.function("cross(a, b, axisa=, axisb=, axisc=, axis=)", NumPyCalculus::cross);
        names.function("unwrap(p, discont=, axis=, *, period=)", NumPyCalculus::unwrap);
        names.function("sinc(x)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            NDArray x = call.array("x");
            Object y = np.op(Math.PI, "*", np.f("where", np.op(x, "==", 0L), 1.0e-20, x));
            return Arrays.unwrapped(np.ap(np.f("sin", y), "/", y));
        });
    }

    private static double[] reals(NDArray array, NumPyCalls np) {
        if (array.dtype().isComplex()) {
            throw NumPyTypes.cannotCast(array, DType.FLOAT64, "safe");
        }
        NDArray flat = np.a("ravel", array);
        double[] values = new double[Math.toIntExact(flat.size())];
        for (int i = 0; i < values.length; i++)
            values[i] = flat.getDouble(i);
        return values;
    }

    private static Object interp(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray xp = call.array("xp");
        NDArray fp = call.array("fp");
        NDArray x = call.array("x");
        double[] places = reals(xp, np);
        double[] values = reals(fp, np);
        double[] wanted = reals(x, np);
        if (xp.ndim() != 1 || fp.ndim() != 1)
            throw ScriptError.value("Data points must be 1-D sequences");
        if (places.length == 0)
            throw ScriptError.value("array of sample points is empty");
        if (places.length != values.length)
            throw ScriptError.value("fp and xp are not of the same length.");
        if (call.has("period")) {
            double period = Math.abs(call.number("period", 1));
            Integer[] order = new Integer[places.length];
            for (int i = 0; i < order.length; i++) {
                order[i] = i;
                places[i] = floorMod(places[i], period);
            }
            double[] at = places;
            java.util.Arrays.sort(order, java.util.Comparator.comparingDouble(i -> at[i]));
            int n = order.length;
            double[] longer = new double[n + 2];
            double[] over = new double[n + 2];
            for (int i = 0; i < n + 2; i++) {
                int k = order[(i + n - 1) % n];
                longer[i] = places[k] + (i == 0 ? -period : i == n + 1 ? period : 0);
                over[i] = values[k];
            }
            places = longer;
            values = over;
            for (int i = 0; i < wanted.length; i++)
                wanted[i] = floorMod(wanted[i], period);
        }
        NDArray result = NDArray.zeros(call.memory(), DType.FLOAT64, wanted.length);
        double left = call.number("left", values[0]);
        double right = call.number("right", values[values.length - 1]);
        for (int i = 0; i < wanted.length; i++)
            result.setDouble(at(wanted[i], places, values, left, right), i);
        NDArray shaped = NDArray.over(result.buffer(), result.dtype(), Layout.cOrder(8, x.shape()));
        return Arrays.unwrapped(shaped);
    }

    private static double floorMod(double a, double b) {
        double rest = a % b;
        return rest < 0 ? rest + b : rest;
    }

    private static double at(double x, double[] places, double[] values, double left, double right) {
        int n = places.length;
        if (Double.isNaN(x))
            return x;
        if (x < places[0])
            return left;
        if (x > places[n - 1])
            return right;
        int low = 0;
        int high = n;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (x >= places[middle])
                low = middle;
            else
                high = middle;
        }
        if (low == n - 1 || places[low] == x)
            return values[low];
        double slope = (values[low + 1] - values[low]) / (places[low + 1] - places[low]);
        double value = slope * (x - places[low]) + values[low];
        if (Double.isNaN(value)) {
            value = slope * (x - places[low + 1]) + values[low + 1];
            if (Double.isNaN(value) && values[low] == values[low + 1])
                value = values[low];
        }
        return value;
    }

    private static Object gradient(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray f = call.array("f");
        int[] axes = call.axes("axis");
        if (axes == null) {
            axes = new int[f.ndim()];
            for (int i = 0; i < axes.length; i++)
                axes[i] = i;
        }
        List<Object> spacing = ((PyTuple) call.get("varargs")).items();
        if (spacing.size() > 1 && spacing.size() != axes.length)
            throw ScriptError.type("invalid number of arguments");
        if (f.dtype() == DType.BOOL)
            np.f("subtract", f, f);
        if (f.dtype().isInteger())
            f = Casting.to(f, DType.FLOAT64, call.memory());
        long edge = call.whole("edge_order", 1);
        if (edge > 2)
            throw ScriptError.value("'edge_order' greater than 2 not supported");
        List<Object> results = new ArrayList<>();
        for (int k = 0; k < axes.length; k++) {
            int axis = Layout.normalizeAxis(axes[k], f.ndim());
            if (f.shape(axis) < edge + 1) {
                throw ScriptError
                        .value("Shape of array too small to calculate a numerical gradient, at least (edge_order +"
                                + " 1) elements are required.");
            }
            NDArray step = np.array(spacing.isEmpty() ? (Object) 1.0 : spacing.get(spacing.size() == 1 ? 0 : k));
            if (step.ndim() == 1 && step.size() != f.shape(axis)) {
                throw ScriptError.value("when 1d, distances must match the length of the corresponding dimension");
            }
            results.add(slope(f, axis, step, edge, np));
        }
        return results.size() == 1 ? results.getFirst() : new PyList(results);
    }

    private static NDArray slope(NDArray f, int axis, NDArray spacing, long edge, NumPyCalls np) {
        NDArray out = np.a("empty_like", f);
        long n = f.shape(axis);
        NDArray steps = spacing.ndim() == 0 ? spacing : np.a("diff", spacing);
        if (steps.ndim() == 1 && np.truth(np.f("all", np.op(steps, "==", np.get(steps, 0L)))))
            steps = np.view(steps, 0L);
        NDArray before = NumPyCalls.along(f, axis, null, -2L);
        NDArray after = NumPyCalls.along(f, axis, 2L, null);
        NDArray inner = NumPyCalls.along(out, axis, 1L, -1L);
        boolean even = steps.ndim() == 0;
        if (even) {
            write(inner, np.op(np.op(after, "-", before), "/", np.op(2.0, "*", steps)), np);
        } else {
            NDArray first = np.view(steps, cut(0L, -1L));
            NDArray second = np.view(steps, cut(1L, null));
            Object a = np.op(np.f("negative", second), "/", np.op(first, "*", np.op(first, "+", second)));
            Object b = np.op(np.op(second, "-", first), "/", np.op(first, "*", second));
            Object c = np.op(first, "/", np.op(second, "*", np.op(first, "+", second)));
            Object sum = np.op(np.op(np.op(along(a, axis, f, np), "*", before), "+", np.op(along(b, axis, f, np), "*",
                    NumPyCalls.along(f, axis, 1L, -1L))), "+", np.op(along(c, axis, f, np), "*", after));
            write(inner, sum, np);
        }
        for (boolean start : new boolean[]{true, false}) {
            long[] at = start ? new long[]{0, 1, 2} : new long[]{n - 1, n - 2, n - 3};
            Object h = even ? steps : np.get(steps, start ? 0L : -1L);
            NDArray to = NumPyCalls.along(out, axis, at[0], at[0] + 1);
            NDArray near = NumPyCalls.along(f, axis, at[0], at[0] + 1);
            NDArray next = NumPyCalls.along(f, axis, at[1], at[1] + 1);
            if (edge == 1) {
                write(to, start ? np.op(np.op(next, "-", near), "/", h) : np.op(np.op(near, "-", next), "/", h), np);
                continue;
            }
            NDArray last = NumPyCalls.along(f, axis, at[2], at[2] + 1);
            double d1 = Numbers.real(h);
            double d2 = Numbers.real(even ? h : np.get(steps, start ? 1L : -2L));
            double sign = start ? 1 : -1;
            double a = -sign * (2 * d1 + d2) / (d1 * (d1 + d2));
            double b = sign * (d1 + d2) / (d1 * d2);
            double c = -sign * d1 / (d2 * (d1 + d2));
            write(to, np.op(np.op(np.op(a, "*", near), "+", np.op(b, "*", next)), "+", np.op(c, "*", last)), np);
        }
        return out;
    }

    private static Object along(Object line, int axis, NDArray f, NumPyCalls np) {
        long[] shape = new long[f.ndim()];
        java.util.Arrays.fill(shape, 1);
        shape[axis] = -1;
        return np.array(line).reshape(np.in().memory(), shape);
    }

    private static void write(NDArray to, Object value, NumPyCalls np) {
        np.set(to, Singleton.ELLIPSIS, value);
    }

    private static Object trapeze(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray y = call.array("y");
        if (call.given("axis") && !call.has("axis"))
            throw ScriptError.type("list indices must be integers or slices, not NoneType");
        int axis = Layout.normalizeAxis(call.axis("axis", -1), y.ndim());
        Object d = call.has("dx") ? call.get("dx") : (Object) 1.0;
        if (call.has("x")) {
            NDArray x = call.array("x");
            d = np.f("diff", x, key("axis", x.ndim() == 1 ? 0L : (long) axis));
            if (x.ndim() == 1)
                d = along(d, axis, y, np);
        }
        Object both = np.op(NumPyCalls.along(y, axis, 1L, null), "+", NumPyCalls.along(y, axis, null, -1L));
        return np.f("sum", np.op(np.op(d, "*", both), "/", 2.0), key("axis", (long) axis));
    }

    private static Object cross(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        int common = call.has("axis") ? call.axis("axis", -1) : -1;
        NDArray a = call.array("a");
        NDArray b = call.array("b");
        int axisA = call.has("axis") ? common : call.axis("axisa", -1);
        int axisB = call.has("axis") ? common : call.axis("axisb", -1);
        if (a.ndim() == 0 || b.ndim() == 0)
            throw new ScriptError("AxisError", "axisa: axis " + axisA + " is out of bounds for array of dimension 0");
        a = Views.moveAxis(a, new int[]{axisA}, new int[]{-1});
        b = Views.moveAxis(b, new int[]{axisB}, new int[]{-1});
        long na = a.shape(a.ndim() - 1);
        long nb = b.shape(b.ndim() - 1);
        if (na < 2 || na > 3 || nb < 2 || nb > 3) {
            throw ScriptError.value("incompatible dimensions for cross product\n(dimension must be 2 or 3)");
        }
        NDArray[] x = parts(a, na);
        NDArray[] y = parts(b, nb);
        NDArray flat = np.array(minus(np, x[0], y[1], x[1], y[0]));
        if (na == 2 && nb == 2)
            return flat;
        NDArray zero = np.array(0L);
        NDArray az = na == 3 ? x[2] : zero;
        NDArray bz = nb == 3 ? y[2] : zero;
        NDArray first = na == 2
                ? np.ap(x[1], "*", bz)
                : nb == 2 ? np.a("negative", np.op(az, "*", y[1])) : np.array(minus(np, x[1], bz, az, y[1]));
        NDArray second = na == 2
                ? np.a("negative", np.op(x[0], "*", bz))
                : nb == 2 ? np.ap(az, "*", y[0]) : np.array(minus(np, az, y[0], x[0], bz));
        NDArray result = np.a("stack", new PyList(new ArrayList<>(List.of(first, second, flat))), key("axis", -1L));
        int axisC = call.has("axis") ? common : call.axis("axisc", -1);
        return Views.moveAxis(result, new int[]{-1}, new int[]{axisC});
    }

    private static Object minus(NumPyCalls np, NDArray a, NDArray b, NDArray c, NDArray d) {
        return np.op(np.op(a, "*", b), "-", np.op(c, "*", d));
    }

    private static NDArray[] parts(NDArray a, long n) {
        NDArray[] parts = new NDArray[(int) n];
        for (int i = 0; i < n; i++)
            parts[i] = a.view(a.layout().at(a.ndim() - 1, i));
        return parts;
    }

    private static Object unwrap(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray p = call.array("p");
        int axis = Layout.normalizeAxis(call.axis("axis", -1), p.ndim());
        double period = call.number("period", 2 * Math.PI);
        double jump = call.number("discont", period / 2);
        NDArray d = np.a("diff", p, key("axis", (long) axis));
        double half = period / 2;
        NDArray wrapped = np.ap(np.op(np.op(d, "+", half), "%", period), "-", half);
        np.f("copyto", wrapped, half, key("where", np.op(np.op(wrapped, "==", -half), "&", np.op(d, ">", 0L))));
        NDArray correction = np.ap(wrapped, "-", d);
        np.f("copyto", correction, 0L, key("where", np.op(np.f("abs", d), "<", jump)));
        NDArray up = np.a("array", p, key("copy", true), key("dtype", "float64"));
        NDArray rest = NumPyCalls.along(up, axis, 1L, null);
        np.set(rest, Singleton.ELLIPSIS, np.op(NumPyCalls.along(p, axis, 1L, null), "+", np.f("cumsum", correction, key(
                "axis", (long) axis))));
        return up;
    }
}
