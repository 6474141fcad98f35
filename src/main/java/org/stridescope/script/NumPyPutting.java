package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.array.DType;
import org.stridescope.array.Items;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.Singleton;
import org.stridescope.ufunc.Promotion;

import static org.stridescope.script.NumPyCalls.key;

/** Items put into arrays, and chosen from several. */
final class NumPyPutting {
    private NumPyPutting() {}

    static void into(Names names) {
        names.function("put(a, ind, v, mode=)", NumPyPutting::put);
        names.function("putmask(a, mask, values)", call -> masked(call, call.array("a"), call.array("values"), false));
        names.function("place(arr, mask, vals)", call -> masked(call, call.array("arr"), call.array("vals"), true));
        names.function("copyto(dst, src, casting=, where=)", NumPyPutting::copyTo);
        names.function("extract(condition, arr)", call -> {
            NumPyCalls np = NumPyCalls.of(call);
            Object found = ((PyTuple) np.f("nonzero", np.f("ravel", call.array("condition")))).items().getFirst();
            return np.f("take", np.f("ravel", call.array("arr")), found);
        });
        names.function("choose(a, choices, out=, mode=)", NumPyPutting::choose);
        names.function("select(condlist, choicelist, default=)", NumPyPutting::select);
        names.function("piecewise(x, condlist, funclist, *args)", NumPyPutting::piecewise);
        names.function("take_along_axis(arr, indices, axis)", call -> {
            NDArray arr = call.has("axis") ? call.array("arr") : NumPyCalls.of(call).a("ravel", call.array("arr"));
            return Subscripting.get(arr, alongAxis(call, arr), call.interpreter());
        });
        names.function("put_along_axis(arr, indices, values, axis)", call -> {
            NDArray arr = call.array("arr");
            Subscripting.set(arr, alongAxis(call, arr), call.get("values"), call.interpreter());
            return Singleton.NONE;
        });
    }

    static NDArray writable(NDArray array, String otherwise) {
        if (!array.isWriteable())
            throw ScriptError.value(otherwise);
        return array;
    }

    private static Object put(Call call) {
        if (!(call.get("a") instanceof NDArray a))
            throw ScriptError.type("argument 1 must be numpy.ndarray, not " + Types.name(call.get("a")));
        NDArray indices = call.array("ind");
        NDArray flat = indices.reshape(call.memory(), indices.size());
        NDArray values = NumPyCalls.of(call).a("ravel", call.array("v"));
        writable(a, "put: output array is read-only");
        String mode = call.text("mode", "raise");
        long n = a.size();
        for (long i = 0; i < flat.size() && values.size() > 0; i++) {
            long at = flat.getLong(i);
            if (mode.equals("raise") && (at < -n || at >= n))
                throw ScriptError.index("index " + at + " is out of bounds for axis 0 with size " + n);
            at = mode.equals("clip") ? Math.clamp(at, 0, n - 1) : Math.floorMod(at, n);
            Items.assign(values.at(i % values.size()), a.at(NumPyQuantiles.unravel(at, a.shape())), call.memory());
        }
        call.interpreter().wrote(a);
        return Singleton.NONE;
    }

    /** One value after another where the mask is true; those for {@code putmask} are counted by the array's places. */
    private static Object masked(Call call, NDArray a, NDArray values, boolean running) {
        NDArray mask = call.array("mask");
        NumPyCalls np = NumPyCalls.of(call);
        if (mask.size() != a.size()) {
            throw ScriptError.value(running
                    ? "place: mask and data must be the same size"
                    : "putmask: mask and data must be the same size");
        }
        NDArray flags = np.a("ravel", np.f("not_equal", mask, 0L));
        NDArray from = np.a("ravel", values);
        if (!running)
            writable(a, "putmask: output array is read-only");
        long used = 0;
        for (long i = 0; i < a.size(); i++) {
            if (flags.getLong(i) == 0)
                continue;
            if (from.size() == 0) {
                if (running)
                    throw ScriptError.value("Cannot insert from an empty array!");
                break;
            }
            long k = (running ? used++ : i) % from.size();
            Items.assign(from.at(k), a.at(NumPyQuantiles.unravel(i, a.shape())), call.memory());
        }
        call.interpreter().wrote(a);
        return Singleton.NONE;
    }

    private static Object copyTo(Call call) {
        if (!(call.get("dst") instanceof NDArray dst)) {
            throw ScriptError.type("copyto() argument 1 must be numpy.ndarray, not " + Types.name(call.get("dst")));
        }
        NDArray src = call.array("src");
        Promotion.Casting casting = NumPyTypes.casting(call, Promotion.Casting.SAME_KIND);
        if (!Promotion.canCast(src, dst.dtype(), casting)) {
            throw NumPyTypes.cannotCast(src, dst.dtype(), casting.word());
        }
        if (!Masks.given(call)) {
            Items.assign(src, dst, call.memory());
        } else {
            writable(dst, "assignment destination is read-only");
            NDArray mask = Masks.mask(call);
            NDArray cast = NDArray.unfilled(call.memory(), dst.dtype(), Layout.cOrder(dst.itemsize(), dst.shape()));
            Items.assign(src, cast, call.memory());
            Choice.write(mask.view(mask.layout().broadcastTo(dst.shape())), cast, dst, call.memory());
        }
        call.interpreter().wrote(dst);
        return Singleton.NONE;
    }

    private static Object choose(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        List<NDArray> choices = call.arrays("choices");
        List<Object> all = new ArrayList<>(List.of(call.array("a")));
        all.addAll(choices);
        NDArray a = call.array("a");
        if (!a.dtype().isInteger() && a.dtype() != DType.BOOL) {
            throw NumPyTypes.cannotCast(a, DType.INT64, "safe");
        }
        List<Object> parts = call.interpreter().items(np.f("broadcast_arrays", all.toArray()));
        NDArray which = np.array(parts.getFirst());
        DType common = Promotion.resultType(choices.toArray(NDArray[]::new));
        NDArray result = NDArray.zeros(call.memory(), common, which.shape());
        String mode = call.text("mode", "raise");
        long n = choices.size();
        for (long i = 0; i < which.size(); i++) {
            long[] at = NumPyQuantiles.unravel(i, which.shape());
            long k = which.getLong(at);
            if (mode.equals("raise") && (k < 0 || k >= n))
                throw ScriptError.value("invalid entry in choice array");
            k = mode.equals("clip") ? Math.clamp(k, 0, n - 1) : Math.floorMod(k, n);
            Items.assign(np.array(parts.get((int) k + 1)).at(at), result.at(at), call.memory());
        }
        return UfuncCalls.finish(call, result);
    }

    private static Object select(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        List<Object> conditions = call.interpreter().items(call.get("condlist"));
        List<Object> choices = call.interpreter().items(call.get("choicelist"));
        if (conditions.size() != choices.size())
            throw ScriptError.value("list of cases must be same length as list of conditions");
        if (conditions.isEmpty())
            throw ScriptError.value("select with an empty condition list is not possible");
        NDArray otherwise = np.array(call.given("default") ? call.get("default") : (Object) 0L);
        List<NDArray> all = new ArrayList<>();
        choices.forEach(choice -> all.add(np.array(choice)));
        all.add(otherwise);
        DType common = Promotion.resultType(all.toArray(NDArray[]::new));
        long[] shape = new long[0];
        for (int i = 0; i < conditions.size(); i++) {
            NDArray condition = np.array(conditions.get(i));
            if (condition.dtype() != DType.BOOL)
                throw ScriptError.type("invalid entry " + i + " in condlist: should be boolean ndarray");
            shape = org.stridescope.array.Broadcast.shape(shape, condition.shape(), all.get(i).shape());
        }
        Object result = np.f("full", PyTuple.ofLongs(shape), otherwise, new Values.DTypeValue(common));
        for (int i = conditions.size() - 1; i >= 0; i--)
            np.f("copyto", result, all.get(i), key("where", conditions.get(i)), key("casting", "unsafe"));
        return result;
    }

    private static Object piecewise(Call call) {
        NumPyCalls np = NumPyCalls.of(call);
        NDArray x = call.array("x");
        List<Object> functions = call.interpreter().items(call.get("funclist"));
        Object given = call.get("condlist");
        List<Object> conditions = given instanceof Values.PyList list && !list.items.isEmpty()
                && (!Numbers.isNumber(list.items.getFirst()) || x.ndim() == 0)
                        ? new ArrayList<>(list.items)
                        : new ArrayList<>(List.of(given));
        int n = conditions.size();
        if (functions.size() == n + 1) {
            Object any = np.f("any", new Values.PyList(conditions), key("axis", 0L));
            conditions.add(np.f("logical_not", any));
        } else if (functions.size() != n) {
            throw ScriptError.value("with " + n + " condition(s), either " + n + " or " + (n + 1)
                    + " functions are expected");
        }
        NDArray y = np.a("zeros_like", x);
        List<Object> extra = ((PyTuple) call.get("args")).items();
        for (int i = 0; i < conditions.size(); i++) {
            Object where = conditions.get(i) instanceof Scalar scalar ? scalar : np.array(conditions.get(i));
            if (Numbers.isNumber(functions.get(i))) {
                np.set(y, where, functions.get(i));
                continue;
            }
            Object chosen = np.get(x, where);
            if (np.array(chosen).size() == 0)
                continue;
            List<Object> positions = new ArrayList<>(List.of(chosen));
            positions.addAll(extra);
            np.set(y, where, call.interpreter().call(functions.get(i), positions, java.util.Map.of()));
        }
        return y;
    }

    private static Object alongAxis(Call call, NDArray arr) {
        NDArray indices = call.array("indices");
        NumPyCalls np = NumPyCalls.of(call);
        if (!indices.dtype().isInteger())
            throw ScriptError.index("`indices` must be an integer array");
        if (indices.ndim() != arr.ndim())
            throw ScriptError.value("`indices` and `arr` must have the same number of dimensions");
        int axis = call.has("axis") ? Layout.normalizeAxis(call.axis("axis", 0), arr.ndim()) : 0;
        List<Object> index = new ArrayList<>();
        for (int i = 0; i < arr.ndim(); i++) {
            long[] shape = new long[arr.ndim()];
            java.util.Arrays.fill(shape, 1);
            shape[i] = arr.shape(i);
            index.add(i == axis ? indices : np.a("arange", arr.shape(i)).reshape(call.memory(), shape));
        }
        return new PyTuple(index);
    }
}
