package org.stridescope.script;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.ufunc.Casting;
import org.stridescope.ufunc.Ufuncs;

import static org.stridescope.script.NumPyCalls.key;

/** Orders by several keys, parts of an order, bits, and functions made of a function. */
final class NumPyPlaces {
    private NumPyPlaces() {}

    static void into(Names names) {
        names.function("lexsort(keys, axis=)", NumPyPlaces::lexsort);
        // a full order is a partition too
        names.function("partition(a, kth, axis=, kind=, order=)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            return np.f("sort", call.array("a"), checked(call, call.array("a")));
        });
        names.function("argpartition(a, kth, axis=, kind=, order=)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            NDArray a = call.array("a");
            return np.f("argsort", a, checked(call, a.ndim() == 0 ? a.newAxis(0) : a));
        });
        names.function("sort_complex(a)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            NDArray sorted = np.a("sort", call.array("a"));
            boolean small = sorted.itemsize() <= 2 || sorted.dtype() == DType.FLOAT32;
            return sorted.dtype().isComplex()
                    ? sorted
                    : Casting.to(sorted, small ? DType.COMPLEX64 : DType.COMPLEX128, call.memory());
        });
        names.function("packbits(a, axis=, bitorder=)", NumPyPlaces::pack);
        names.function("unpackbits(a, axis=, count=, bitorder=)", NumPyPlaces::unpack);
        names.function("binary_repr(num, width=)", call -> {
            BigInteger number = Numbers.big(call.get("num"));
            int width = (int) call.whole("width", 0);
            if (number.signum() < 0 && width > 0)
                number = number.add(BigInteger.ONE.shiftLeft(width));
            String digits = number.abs().toString(2);
            return (number.signum() < 0 ? "-" : "") + "0".repeat(Math.max(0, width - digits.length())) + digits;
        });
        names.function("base_repr(number, base=, padding=)", call -> {
            BigInteger number = Numbers.big(call.get("number"));
            String digits = number.abs().toString((int) call.whole("base", 2)).toUpperCase(java.util.Locale.ROOT);
            return (number.signum() < 0 ? "-" : "") + "0".repeat((int) call.whole("padding", 0)) + digits;
        });
        names.function("apply_over_axes(func, a, axes)", NumPyPlaces::overAxes);
        names.function("frompyfunc(func, nin, nout)", call -> {
            throw ScriptError.value("frompyfunc makes arrays of objects, which are not supported: use np.vectorize");
        });
        names.function("iterable(y)",
                call -> !Numbers.isNumber(call.get("y")) && !(call.get("y") instanceof NDArray a && a
                        .ndim() == 0) && call.get("y") != Values.Singleton.NONE);
        twoAnswers(names);
        parts(names);
    }

    private static NumPyCalls.Keyword checked(Call call, NDArray a) {
        int axis = call.axis("axis", -1);
        boolean flat = call.given("axis") && !call.has("axis");
        long n = flat ? a.size() : a.shape(Layout.normalizeAxis(axis, a.ndim()));
        for (Object kth : Numbers.isNumber(call.get("kth"))
                ? List.of(call.get("kth"))
                : call.interpreter().items(call.get(
                        "kth"))) {
            long k = Numbers.index(kth);
            if (a.size() > 0 && (k < -n || k >= n))
                throw ScriptError.value("kth(=" + (k < 0 ? k + n : k) + ") out of bounds (" + n + ")");
        }
        return key("axis", flat ? Values.Singleton.NONE : (Object) (long) axis);
    }

    private static Object lexsort(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        List<NDArray> keys = call.arrays("keys");
        if (keys.isEmpty())
            throw ScriptError.type("need sequence of keys with len > 0 in lexsort");
        NDArray first = keys.getFirst();
        for (NDArray one : keys)
            if (!java.util.Arrays.equals(one.shape(), first.shape()))
                throw ScriptError.value("all keys need to be the same shape");
        if (first.ndim() == 0)
            return Arrays.unwrapped(Arrays.whole(0, call.memory()));
        Object axis = (long) Layout.normalizeAxis(call.axis("axis", -1), first.ndim());
        NDArray order = null;
        for (NDArray one : keys) {
            if (order == null) {
                order = np.a("argsort", one, key("axis", axis), key("kind", "stable"));
                continue;
            }
            Object within = np.f("argsort", np.f("take_along_axis", one, order, axis), key("axis", axis), key("kind",
                    "stable"));
            order = np.a("take_along_axis", order, within, axis);
        }
        return order == null ? first : order;
    }

    private static Object pack(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray a = call.array("a");
        if (!a.dtype().isInteger() && a.dtype() != DType.BOOL)
            throw ScriptError.type("Expected an input array of integer or boolean data type");
        NDArray from = call.has("axis") && a.ndim() > 0 ? a : np.a("ravel", a);
        int axis = Layout.normalizeAxis(call.has("axis") ? call.axis("axis", 0) : 0, from.ndim());
        boolean big = call.text("bitorder", "big").equals("big");
        long[] shape = from.shape();
        shape[axis] = (shape[axis] + 7) / 8;
        NDArray packed = NDArray.zeros(call.memory(), DType.UINT8, shape);
        for (long i = 0; i < from.size(); i++) {
            long[] at = NumPyQuantiles.unravel(i, from.shape());
            if (from.getDouble(at) == 0)
                continue;
            long bit = at[axis] % 8;
            at[axis] /= 8;
            packed.setLong(packed.getLong(at) | 1L << (big ? 7 - bit : bit), at);
        }
        return packed;
    }

    private static Object unpack(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray a = call.array("a");
        if (a.dtype() != DType.UINT8)
            throw ScriptError.type("Expected an input array of unsigned byte data type");
        NDArray from = call.has("axis") && a.ndim() > 0 ? a : np.a("ravel", a);
        int axis = Layout.normalizeAxis(call.has("axis") ? call.axis("axis", 0) : 0, from.ndim());
        boolean big = call.text("bitorder", "big").equals("big");
        long[] shape = from.shape();
        shape[axis] *= 8;
        if (call.has("count"))
            shape[axis] = call.whole("count") < 0 ? shape[axis] + call.whole("count") : call.whole("count");
        NDArray bits = NDArray.zeros(call.memory(), DType.UINT8, shape);
        for (long i = 0; i < bits.size(); i++) {
            long[] at = NumPyQuantiles.unravel(i, shape);
            long[] to = at.clone();
            long bit = at[axis] % 8;
            at[axis] /= 8;
            if (at[axis] < from.shape(axis))
                bits.setLong(from.getLong(at) >> (big ? 7 - bit : bit) & 1, to);
        }
        return bits;
    }

    private static Object overAxes(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray value = call.array("a");
        List<Object> axes = Numbers.isNumber(call.get("axes"))
                ? List.of(call.get("axes"))
                : call.interpreter().items(call.get("axes"));
        int ndim = value.ndim();
        for (Object axis : axes) {
            long along = Numbers.index(axis);
            along = along < 0 ? along + ndim : along;
            NDArray result = np
                    .array(call.interpreter().call(call.get("func"), List.of(value, along), java.util.Map.of()));
            if (result.ndim() != value.ndim())
                result = np.a("expand_dims", result, along);
            if (result.ndim() != value.ndim())
                throw ScriptError.value("function is not returning an array of the correct shape");
            value = result;
        }
        return Arrays.unwrapped(value);
    }

    private static void twoAnswers(Names names) {
        names.function("divmod(x1, x2)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            return PyTuple.of(np.f("floor_divide", call.get("x1"), call.get("x2")),
                    np.f("remainder", call.get("x1"), call
                            .get("x2")));
        });
        names.function("modf(x)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            NDArray x = call.array("x");
            NDArray whole = np.a("trunc", np.op(x, "*", np.f("ones", new PyTuple(List.of()), "float16")));
            NDArray rest = np.a("where", np.f("isinf", whole), 0L, np.op(x, "-", whole));
            return PyTuple.of(Arrays.unwrapped(np.a("copysign", Casting.to(rest, whole.dtype(), call.memory()), whole)),
                    Arrays.unwrapped(whole));
        });
        names.function("frexp(x)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            NDArray x = np.ap(call.array("x"), "*", np.f("ones", new PyTuple(List.of()), "float16"));
            NDArray mantissa = Casting.to(x, x.dtype(), call.memory());
            NDArray exponent = NDArray.zeros(call.memory(), DType.INT32, x.shape());
            for (long i = 0; i < x.size(); i++) {
                long[] at = NumPyQuantiles.unravel(i, x.shape());
                double value = x.getDouble(at);
                if (value == 0 || Double.isNaN(value) || Double.isInfinite(value))
                    continue;
                int power = Math.getExponent(value) + 1;
                if (power < Double.MIN_EXPONENT + 1)
                    power = Math.getExponent(value * 0x1p60) - 59;
                exponent.setLong(power, at);
                mantissa.setDouble(value / Math.scalb(1.0, power), at);
            }
            return PyTuple.of(Arrays.unwrapped(mantissa), Arrays.unwrapped(exponent));
        });
        names.function("ldexp(x1, x2)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            NDArray x = np.ap(call.get("x1"), "*", np.f("ones", new PyTuple(List.of()), "float16"));
            NDArray product = np.ap(x, "*", np.f("exp2", np.op(call.get("x2"), "*", 1.0)));
            return Arrays.unwrapped(Casting.to(product, x.dtype(), call.memory()));
        });
    }

    /** What is asked of real and imaginary parts. */
    private static void parts(Names names) {
        names.function("iscomplexobj(x)", call -> call.array("x").dtype().isComplex());
        names.function("isrealobj(x)", call -> !call.array("x").dtype().isComplex());
        names.function("iscomplex(x)", call -> {
            NDArray x = call.array("x");
            NumPyCalls np = NumPyCalls.of(call);
            return Arrays.unwrapped(x.dtype().isComplex()
                    ? np.ap(Attributes.get(x, "imag", np.in()), "!=", 0L)
                    : np.a("zeros", PyTuple.ofLongs(x.shape()), "bool"));
        });
        names.function("isreal(x)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            return Arrays.unwrapped(np.ap(Attributes.get(call.array("x"), "imag", np.in()), "==", 0L));
        });
        names.function("real_if_close(a, tol=)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            NDArray a = call.array("a");
            if (!a.dtype().isComplex())
                return a;
            double tol = call.number("tol", 100) * (a.dtype() == DType.COMPLEX64 ? 0x1p-23 : 0x1p-52);
            return np.truth(np.f("all", np.op(np.f("absolute", np.f("imag", a)), "<", tol))) ? np.f("real", a) : a;
        });
        for (boolean positive : new boolean[]{true, false}) {
            names.function((positive ? "isposinf" : "isneginf") + "(x, out=)", call -> {
                NumPyCalls np = NumPyCalls.of(call);
                Object infinite = np.f("isinf", call.get("x"));
                Object below = np.f("signbit", call.get("x"));
                return np.f("logical_and", infinite, positive ? np.f("logical_not", below) : below);
            });
        }
        names.function("fix(x, out=)", call -> Operators.ufunc(Ufuncs.get("trunc"), call.out(), call.interpreter(), call
                .get("x")));
        names.function("asarray_chkfinite(a, dtype=, order=)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            NDArray a = np.a("asarray", call.get("a"), key("dtype", call.get("dtype")));
            if (a.dtype().isFloat() && !np.truth(np.f("all", np.f("isfinite", a))))
                throw ScriptError.value("array must not contain infs or NaNs");
            return a;
        });
    }

    /** Rows of the distinct parts along an axis, in order. */
    static Object uniqueAlong(Call call, NDArray ar) {
        NumPyCalls np = NumPyCalls.of(call);
        int axis = Layout.normalizeAxis(call.axis("axis", 0), ar.ndim());
        NDArray moved = org.stridescope.array.Views.moveAxis(ar, new int[]{axis}, new int[]{0});
        long n = moved.shape(0);
        long width = n == 0 ? 0 : moved.size() / n;
        NDArray rows = Casting.copy(moved, moved.dtype(), Casting.Order.C, call.memory()).reshape(call.memory(), n,
                width);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < n; i++)
            order.add(i);
        order.sort((i, j) -> compare(rows, i, j, width));
        List<Long> firsts = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        long[] inverse = new long[(int) n];
        for (int k = 0; k < n; k++) {
            int i = order.get(k);
            if (k == 0 || compare(rows, order.get(k - 1), i, width) != 0) {
                firsts.add((long) i);
                counts.add(0L);
            }
            counts.set(counts.size() - 1, counts.getLast() + 1);
            inverse[i] = firsts.size() - 1;
        }
        NDArray index = Arrays.wholes(call.memory(), firsts.stream().mapToLong(Long::longValue).toArray());
        NDArray taken = np.a("take", rows, index, key("axis", 0L));
        long[] shape = moved.shape();
        shape[0] = firsts.size();
        NDArray unique = org.stridescope.array.Views.moveAxis(taken.reshape(call.memory(), shape), new int[]{0},
                new int[]{
                        axis});
        List<Object> results = new ArrayList<>(List.of(unique));
        if (call.truth("return_index", false))
            results.add(index);
        if (call.truth("return_inverse", false))
            results.add(Arrays.wholes(call.memory(), inverse));
        if (call.truth("return_counts", false))
            results.add(Arrays.wholes(call.memory(), counts.stream().mapToLong(Long::longValue).toArray()));
        return results.size() == 1 ? unique : new PyTuple(results);
    }

    private static int compare(NDArray rows, long i, long j, long width) {
        boolean complex = rows.dtype().isComplex();
        for (long k = 0; k < width; k++) {
            int order = rows.dtype().isInteger()
                    ? rows.dtype() == DType.UINT64
                            ? Long.compareUnsigned(rows.getLong(i, k), rows.getLong(j, k))
                            : Long.compare(rows.getLong(i, k), rows.getLong(j, k))
                    : Double.compare(rows.getDouble(i, k) + 0.0, rows.getDouble(j, k) + 0.0);
            if (order == 0 && complex) {
                NDArray imaginary = org.stridescope.array.Views.part(rows, true);
                order = Double.compare(imaginary.getDouble(i, k) + 0.0, imaginary.getDouble(j, k) + 0.0);
            }
            if (order != 0)
                return order;
        }
        return 0;
    }
}
