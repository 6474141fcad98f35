package org.stridescope.script;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.DType;
import org.stridescope.array.Items;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Views;
import org.stridescope.script.Values.Builtin;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;
import org.stridescope.ufunc.Casting;
import org.stridescope.ufunc.Promotion;
import org.stridescope.ufunc.Sorting;
import org.stridescope.ufunc.Ufuncs;

/** Methods of arrays. */
final class ArrayMethods {
    /** For completion: methods and attributes of arrays. */
    static final List<String> NAMES = List.of("T", "all", "any", "argmax", "argmin", "argsort", "astype", "base",
            "byteswap", "clip", "conj", "copy",
            "cumprod", "cumsum", "data", "diagonal", "dot", "dtype", "fill", "flags", "flat", "flatten", "imag", "item",
            "itemsize", "max", "mean",
            "min", "nbytes", "ndim", "nonzero", "prod", "ptp", "ravel", "real", "repeat", "reshape", "round", "shape",
            "size", "sort", "squeeze",
            "std", "strides", "sum", "swapaxes", "take", "tobytes", "tolist", "trace", "transpose", "var", "view");

    private ArrayMethods() {}

    static @Nullable Object of(NDArray array, String name, Interpreter in, Set<String> shared) {
        if (shared.contains(name) && in.library.numpy(name) instanceof Builtin function)
            return Attributes.method(function, array);
        return switch (name) {
            case "reshape" ->
                method("reshape(*shape, order=)", call -> NumPyShapes.reshape(call, array, shapeOf(call, "shape")));
            case "flatten" -> method("flatten(order=)", call -> flatten(call, array));
            case "transpose" -> method("transpose(*axes)", call -> transpose(call, array));
            case "copy" ->
                method("copy(order=)", call -> NumPyCreation.copied(call, array, call.order(Casting.Order.C)));
            case "astype" -> method("astype(dtype, order=, casting=, subok=, copy=)", call -> astype(call, array));
            case "view" -> method("view(dtype=, type=)",
                    call -> call.has("dtype")
                            ? Views.as(array, Types.dtype(call.get("dtype")))
                            : array.view(array.layout()));
            case "fill" -> method("fill(value)", call -> {
                Items.assign(call.array("value"), array, call.memory());
                call.interpreter().wrote(array);
                return Singleton.NONE;
            });
            case "item" -> method("item(*args)", call -> item(call, array));
            case "tolist" -> method("tolist()", call -> {
                if (array.size() > call.interpreter().limits.items())
                    throw new ScriptError("MemoryError",
                            "a list of more than " + call.interpreter().limits.items() + " items");
                return Arrays.toList(array, 0, array.layout().offset());
            });
            case "clip" -> method("clip(min=, max=, out=)",
                    call -> NumPySearching.clip(call, array, call.get("min"), call.get("max")));
            case "sort" -> method("sort(axis=, kind=)", call -> {
                if (!array.isWriteable())
                    throw ScriptError.value("sort array is read-only");
                Sorting.sort(array, call.requiredAxis("axis", -1));
                call.interpreter().wrote(array);
                return Singleton.NONE;
            });
            case "partition" -> method("partition(kth, axis=, kind=, order=)", call -> {
                NumPyCalls np = NumPyCalls.of(call);
                np.f("partition", array, call.get("kth"));
                return np.method(array, "sort", call.given("axis") ? call.get("axis") : (Object) (-1L));
            });
            case "conj", "conjugate" ->
                method("conj()",
                        call -> array.dtype().isComplex()
                                ? Operators.ufunc(Ufuncs.get("conjugate"), null, call.interpreter(), array)
                                : array);
            case "tobytes" -> method("tobytes(order=)", call -> {
                throw ScriptError.type("byte strings are not supported in these scripts");
            });
            case "byteswap" -> method("byteswap()", call -> {
                throw ScriptError.type("byteswap is not supported: arrays have the machine's byte order here");
            });
            case "setflags" -> method("setflags(write=, align=, uic=)", call -> {
                if (call.has("write"))
                    array.protect(!call.truth("write", true));
                return Singleton.NONE;
            });
            case "resize" -> method("resize(*shape, refcheck=)", call -> {
                throw ScriptError.value("resize in place is not supported: use np.resize, or reshape and concatenate");
            });
            default -> null;
        };
    }

    private static Builtin method(String signature, Values.Callable body) {
        return Attributes.bound(signature, body);
    }

    /** {@code f(2, 3)} and {@code f((2, 3))} alike. */
    private static long[] shapeOf(Call call, String parameter) {
        List<Object> items = ((PyTuple) call.get(parameter)).items();
        if (items.size() == 1)
            return Numbers.shape(items.getFirst(), call.interpreter());
        return items.stream().mapToLong(Numbers::index).toArray();
    }

    private static Object flatten(Call call, NDArray array) {
        Casting.Order order = call.order(Casting.Order.C);
        boolean turned = order == Casting.Order.F
                || order == Casting.Order.A && array.isFContiguous() && !array.isCContiguous();
        NDArray from = turned ? array.transpose() : array;
        if (order == Casting.Order.K)
            from = array.transpose(org.stridescope.array.AxisOrder.byFallingStride(array.layout()));
        NDArray copy = Casting.copy(from, array.dtype(), Casting.Order.C, call.memory());
        return NDArray.over(copy.buffer(), copy.dtype(), Layout.cOrder(copy.itemsize(), copy.size()));
    }

    private static Object transpose(Call call, NDArray array) {
        List<Object> items = ((PyTuple) call.get("axes")).items();
        if (items.isEmpty() || items.size() == 1 && items.getFirst() == Singleton.NONE)
            return array.transpose();
        if (items.size() == 1 && !Numbers.isNumber(items.getFirst()))
            items = call.interpreter().items(items.getFirst());
        return array.transpose(items.stream().mapToInt(Numbers::axis).toArray());
    }

    private static Object astype(Call call, NDArray array) {
        DType dtype = Types.dtype(call.get("dtype"));
        Promotion.Casting casting = Promotion.Casting
                .valueOf(call.text("casting", "unsafe").toUpperCase(java.util.Locale.ROOT));
        if (!Promotion.canCast(array.dtype(), dtype, casting)) {
            throw NumPyTypes.cannotCast(array, dtype, call.text("casting", "unsafe"));
        }
        if (!call.truth("copy", true) && dtype == array.dtype())
            return array;
        return NumPyCreation.copied(call, array, dtype, call.order(Casting.Order.K));
    }

    private static Object item(Call call, NDArray array) {
        List<Object> args = ((PyTuple) call.get("args")).items();
        if (args.size() == 1 && args.getFirst() instanceof PyTuple tuple)
            args = tuple.items();
        if (args.isEmpty()) {
            if (array.size() != 1)
                throw ScriptError.value("can only convert an array of size 1 to a Python scalar");
            return Numbers.python(array, array.layout().offset());
        }
        if (args.size() == 1 && array.ndim() != 1) {
            NDArray flat = array.isCContiguous() ? array : array.copy(call.memory());
            long n = array.size();
            long i = Numbers.index(args.getFirst());
            if (i < -n || i >= n)
                throw ScriptError.index("index " + i + " is out of bounds for size " + n);
            NDArray run = flat.reshape(call.memory(), n);
            return Numbers.python(run, run.layout().offset(i < 0 ? i + n : i));
        }
        NDArray at = array;
        for (Object arg : args)
            at = at.view(at.layout().at(0, Numbers.index(arg)));
        if (at.ndim() > 0)
            throw ScriptError.value("incorrect number of indices for array");
        return Numbers.python(at, at.layout().offset());
    }
}
