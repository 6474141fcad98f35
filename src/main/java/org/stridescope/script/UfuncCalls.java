package org.stridescope.script;

import java.util.List;
import java.util.Map;

import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Shapes;
import org.stridescope.script.Values.Builtin;
import org.stridescope.script.Values.UfuncValue;
import org.stridescope.ufunc.Accumulation;
import org.stridescope.ufunc.Elementwise;
import org.stridescope.ufunc.Promotion;
import org.stridescope.ufunc.Reduction;
import org.stridescope.ufunc.Ufunc;
import org.stridescope.ufunc.Ufuncs;
import org.stridescope.ufunc.Unbuffered;

/** {@code np.add(...)}, {@code np.add.reduce(...)}, {@code np.add.outer(...)}. */
final class UfuncCalls {
    private static final Signature REDUCE = Signature.of("reduce(a, axis=, dtype=, out=, keepdims=, initial=, where=)");
    private static final Signature ACCUMULATE = Signature.of("accumulate(a, axis=, dtype=, out=)");
    private static final Signature AT = Signature.of("at(a, indices, b=)");
    private static final Signature REDUCE_AT = Signature.of("reduceat(array, indices, axis=, dtype=, out=)");
    private static final Signature OUTER = Signature.of("outer(a, b, *, dtype=)");

    private UfuncCalls() {}

    static Object call(Ufunc ufunc, List<Object> positions, Map<String, Object> named, Interpreter in) {
        int inputs = ufunc.operands();
        if (positions.size() < inputs || positions.size() > inputs + 1) {
            throw ScriptError.type(ufunc.name() + "() takes from " + inputs + " to " + (inputs + 1)
                    + " positional arguments but " + positions.size() + " were given");
        }
        for (Object operand : positions)
            if (Attributes.special(operand, "__array_ufunc__") instanceof Object over) {
                List<Object> all = new java.util.ArrayList<>(List.of(ufunc.name()));
                all.addAll(positions);
                return in.call(over, all, named);
            }
        Signature options = Signature.of(ufunc.name() + "(*, out=, dtype=, where=, casting=, order=)");
        Call call = new Call(in, ufunc.name(), options.bind(List.of(), named));
        NDArray[] operands = new NDArray[inputs];
        for (int i = 0; i < inputs; i++) {
            if (!Operators.arrayLike(positions.get(i))) {
                throw ScriptError
                        .type("ufunc '" + ufunc.name() + "' not supported for the input types, and the inputs could not"
                                + " be safely coerced to any supported types according to the casting rule ''safe''");
            }
            operands[i] = Arrays.of(positions.get(i), in.memory());
        }
        NDArray out = positions.size() > inputs && positions.get(inputs) instanceof NDArray given ? given : call.out();
        Promotion.Casting casting = NumPyTypes.casting(call, Promotion.Casting.SAME_KIND);
        if (call.has("where") && !(call.get("where") instanceof Boolean truth && truth))
            return Masks.apply(call, ufunc, out, casting, operands);
        NDArray result = Elementwise.apply(ufunc, in.memory(), out, call.dtype("dtype"), casting, operands);
        return out != null ? out : Arrays.unwrapped(result);
    }

    static Object attribute(Ufunc ufunc, String name) {
        return switch (name) {
            case "reduce" -> new Builtin(REDUCE, call -> reduce(ufunc, call));
            case "accumulate" -> new Builtin(ACCUMULATE, call -> {
                refuseScalar(call, call.array("a"), "accumulate");
                if (call.given("axis") && !call.has("axis") && call.array("a").ndim() > 1)
                    throw ScriptError.value("accumulate does not allow multiple axes");
                return running(call, Accumulation.accumulate(binary(ufunc, "accumulate"), call.array("a"),
                        call.axis("axis", 0), call.dtype("dtype"), call.memory()));
            });
            case "at" -> new Builtin(AT, call -> at(ufunc, call));
            case "reduceat" -> new Builtin(REDUCE_AT, call -> {
                NDArray a = call.array("array");
                refuseScalar(call, a, "reduceat");
                NDArray indices = call.array("indices");
                long[] at = new long[Math.toIntExact(indices.size())];
                for (int i = 0; i < at.length; i++)
                    at[i] = indices.getLong(i);
                if (call.given("axis") && !call.has("axis") && a.ndim() > 1)
                    throw ScriptError.value("reduceat does not allow multiple axes");
                return finish(call, Unbuffered.reduceAt(binary(ufunc, "reduceat"), a, at, call.axis("axis", 0), call
                        .dtype("dtype"), call.memory()));
            });
            case "outer" -> new Builtin(OUTER, call -> outer(ufunc, call));
            case "__name__" -> ufunc.name();
            case "nin" -> (long) ufunc.operands();
            case "nout" -> 1L;
            case "nargs" -> (long) ufunc.operands() + 1;
            case "identity" -> ufunc.identity() == null ? Values.Singleton.NONE : (Object) ufunc.identity().longValue();
            default -> throw ScriptError.attribute("'numpy.ufunc' object has no attribute '" + name + "'");
        };
    }

    private static Object at(Ufunc ufunc, Call call) {
        if (!(call.get("a") instanceof NDArray a))
            throw ScriptError.type("first operand must be array");
        if (ufunc.operands() == 2 && !call.given("b"))
            throw ScriptError.value("second operand needed for ufunc");
        if (!a.isWriteable())
            throw ScriptError.value("operand array with iterator write flag set is read-only");
        NumPyCalls np = NumPyCalls.of(call);
        NDArray grid = np.a("reshape", np.f("arange", a.size()), Values.PyTuple.ofLongs(a.shape()));
        NDArray chosen = np.array(np.get(grid, call.get("indices")));
        NDArray flat = np.a("ravel", chosen);
        long[] places = new long[Math.toIntExact(flat.size())];
        for (int i = 0; i < places.length; i++)
            places[i] = a.layout().offset(NumPyQuantiles.unravel(flat.getLong(i), a.shape()));
        NDArray b = null;
        if (ufunc.operands() == 2) {
            b = np.a("ascontiguousarray",
                    np.f("broadcast_to", call.array("b"), Values.PyTuple.ofLongs(chosen.shape())));
        }
        Unbuffered.at(ufunc, a, places, b, b == null ? null : call.array("b"));
        call.interpreter().wrote(a);
        return Values.Singleton.NONE;
    }

    private static void refuseScalar(Call call, NDArray a, String what) {
        if (a.ndim() > 0)
            return;
        int axis = call.axis("axis", 0);
        if (axis != 0 && axis != -1)
            Layout.normalizeAxis(axis, 0);
        throw ScriptError.type("cannot " + what + " on a scalar");
    }

    private static Ufunc binary(Ufunc ufunc, String what) {
        if (ufunc.operands() == 2)
            return ufunc;
        throw ScriptError.value(what + " only supported for binary functions");
    }

    private static Object reduce(Ufunc ufunc, Call call) {
        int[] axes = call.given("axis") ? call.axes("axis") : new int[]{0};
        NDArray a = call.array("a");
        if (a.ndim() == 0 && !call.given("axis"))
            axes = null;
        NDArray initial = call.has("initial") ? call.array("initial") : null;
        return finish(call, ufunc,
                Reduction.reduce(binary(ufunc, "reduce"), Masks.filled(call, ufunc, a, initial), axes,
                        call.truth("keepdims", false), call.dtype("dtype"), initial, call.memory()));
    }

    private static Object outer(Ufunc ufunc, Call call) {
        NDArray a = call.array("a");
        NDArray b = call.array("b");
        NDArray left = a;
        for (int i = 0; i < b.ndim(); i++)
            left = left.newAxis(left.ndim());
        return Arrays.unwrapped(
                Elementwise.apply(binary(ufunc, "outer product"), call.memory(), null, call.dtype("dtype"), left, b));
    }

    /** As {@link #finish(Call, NDArray)} for a reduction, whose {@code out} must have the result's axes. */
    static Object finish(Call call, Ufunc ufunc, NDArray result) {
        NDArray out = call.out();
        if (out != null && out.ndim() != result.ndim()) {
            throw ScriptError.value("output parameter for reduction operation " + ufunc.name()
                    + " has the wrong number of dimensions: Found " + out.ndim() + " but expected " + result.ndim());
        }
        return finish(call, result);
    }

    /** As {@link #finish(Call, NDArray)} for running results, whose {@code out} must have their very shape. */
    static Object running(Call call, NDArray result) {
        NDArray out = call.out();
        if (out != null && !java.util.Arrays.equals(out.shape(), result.shape())) {
            throw ScriptError.value("output parameter of shape " + Shapes.text(out.shape())
                    + " does not fit running results of shape " + Shapes.text(result.shape()));
        }
        return finish(call, result);
    }

    /** To {@code out} where it is given; else a scalar where no axis is left. */
    static Object finish(Call call, NDArray result) {
        NDArray out = call.out();
        if (out == null)
            return Arrays.unwrapped(result);
        org.stridescope.array.Items.assign(result, out, call.memory());
        return out;
    }

    static Object any(NDArray array, Interpreter in) {
        return Arrays.unwrapped(Reduction.reduce(Ufuncs.LOGICAL_OR, array, null, false, null, null, in.memory()));
    }

    static UfuncValue value(Ufunc ufunc) {
        return new UfuncValue(ufunc);
    }

}
