package org.stridescope.script;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.Broadcast;
import org.stridescope.array.DType;
import org.stridescope.array.Items;
import org.stridescope.array.NDArray;
import org.stridescope.array.Shapes;
import org.stridescope.ufunc.Casting;
import org.stridescope.ufunc.Elementwise;
import org.stridescope.ufunc.Promotion;
import org.stridescope.ufunc.Reduction;
import org.stridescope.ufunc.Statistics;
import org.stridescope.ufunc.Ufunc;
import org.stridescope.ufunc.Ufuncs;

/** {@code where=} of ufuncs and reductions: which items count. */
final class Masks {
    private Masks() {}

    /** Whether items are left out at all. */
    static boolean given(Call call) {
        return call.has("where") && !(call.get("where") instanceof Boolean truth && truth);
    }

    static NDArray mask(Call call) {
        NDArray mask = call.array("where");
        if (mask.dtype() != DType.BOOL) {
            throw ScriptError.type("Cannot cast array data from dtype('" + mask.dtype().pythonName()
                    + "') to dtype('bool') according to the rule 'safe'");
        }
        return mask;
    }

    /** Results go where the mask is true; elsewhere {@code out} is left as it is, and a new array holds zeros. */
    static Object apply(Call call, Ufunc ufunc, @Nullable NDArray out, Promotion.Casting casting, NDArray... operands) {
        NDArray mask = mask(call);
        NDArray result = Elementwise.apply(ufunc, call.memory(), null, call.dtype("dtype"), casting, operands);
        if (out != null)
            Elementwise.checkAnswer(ufunc, casting, result.dtype(), out);
        long[] shape = Broadcast.shape(result.shape(), mask.shape(), out == null ? new long[0] : out.shape());
        if (out != null && !java.util.Arrays.equals(shape, out.shape())) {
            throw new ArrayError("non-broadcastable output operand with shape " + Shapes.tight(out.shape())
                    + " doesn't match the broadcast shape " + Shapes.tight(shape));
        }
        NDArray to = out == null ? NDArray.zeros(call.memory(), result.dtype(), shape) : out;
        if (!to.isWriteable())
            throw new ArrayError("output array is read-only");
        NDArray chosen = mask.view(mask.layout().broadcastTo(shape)).copy(call.memory());
        NDArray from = result.view(result.layout().broadcastTo(shape));
        Choice.write(chosen, from.dtype() == to.dtype() ? from : Casting.to(from, to.dtype(), call.memory()), to,
                call.memory());
        return out != null ? out : Arrays.unwrapped(to);
    }

    /** Items that don't count replaced by what changes nothing: the ufunc's identity, or the value to start from. */
    static NDArray filled(Call call, Ufunc ufunc, NDArray a, @Nullable NDArray initial) {
        if (!given(call))
            return a;
        NDArray mask = mask(call);
        NDArray neutral = initial;
        if (ufunc.identity() != null) {
            neutral = NDArray.zeros(call.memory(), a.dtype());
            neutral.setDouble(ufunc.identity());
        }
        if (neutral == null) {
            throw ScriptError.value("reduction operation '" + ufunc.name()
                    + "' does not have an identity, so to use a where mask one has to specify 'initial'");
        }
        NDArray copy = Casting.copy(a, a.dtype(), Casting.Order.K, call.memory());
        NDArray out = Elementwise.apply(Ufuncs.get("logical_not"), call.memory(),
                mask.view(mask.layout().broadcastTo(a.shape())));
        NDArray same = NDArray.zeros(call.memory(), a.dtype());
        Items.assign(neutral, same, call.memory());
        Choice.write(out, same.view(same.layout().broadcastTo(a.shape())), copy, call.memory());
        return copy;
    }

    /** How many items count in each group: float64, to be divided by. */
    private static NDArray count(Call call, NDArray a, boolean keepdims) {
        NDArray mask = mask(call);
        return Reduction.reduce(Ufuncs.ADD, mask.view(mask.layout().broadcastTo(a.shape())), call.axes("axis"),
                keepdims,
                DType.FLOAT64, null, call.memory());
    }

    static NDArray mean(Call call, NDArray a) {
        if (!given(call))
            return Statistics.mean(a, call.axes("axis"), call.truth("keepdims", false), call.dtype("dtype"),
                    call.memory());
        return mean(call, a, call.truth("keepdims", false));
    }

    private static NDArray mean(Call call, NDArray a, boolean keepdims) {
        DType own = a.dtype();
        DType lane = call.dtype("dtype", own.isInteger() || own == DType.BOOL ? DType.FLOAT64 : own);
        NDArray sum = Reduction.reduce(Ufuncs.ADD, filled(call, Ufuncs.ADD, a, null), call.axes("axis"), keepdims, lane,
                null, call.memory());
        return Elementwise.apply(Ufuncs.DIVIDE, call.memory(), null, lane, sum, count(call, a, keepdims));
    }

    static NDArray variance(Call call, NDArray a) {
        boolean keepdims = call.truth("keepdims", false);
        long ddof = call.whole("ddof", 0);
        if (!given(call))
            return Statistics.variance(a, call.axes("axis"), keepdims, call.dtype("dtype"), ddof, call.memory());
        if (call.dtype("dtype") instanceof DType dtype && dtype != a.dtype())
            a = Casting.to(a, dtype, call.memory());
        NDArray away = Elementwise.apply(Ufuncs.SUBTRACT, call.memory(), a, mean(call, a, true));
        NDArray size = Elementwise.apply(Ufuncs.ABSOLUTE, call.memory(), away);
        NDArray squares = Elementwise.apply(Ufuncs.SQUARE, call.memory(), size);
        NDArray sum = Reduction.reduce(Ufuncs.ADD, filled(call, Ufuncs.ADD, squares, null), call.axes("axis"), keepdims,
                null, null, call.memory());
        NDArray less = Arrays.real(ddof, call.memory());
        NDArray zero = Arrays.real(0, call.memory());
        NDArray divisor = Elementwise.apply(Ufuncs.MAXIMUM, call.memory(),
                Elementwise.apply(Ufuncs.SUBTRACT, call.memory(), count(call, a, keepdims), less), zero);
        return Elementwise.apply(Ufuncs.DIVIDE, call.memory(), null, sum.dtype(), sum, divisor);
    }

    static NDArray deviation(Call call, NDArray a) {
        if (!given(call))
            return Statistics.deviation(a, call.axes("axis"), call.truth("keepdims", false), call.dtype("dtype"),
                    call.whole("ddof", 0), call.memory());
        NDArray variance = variance(call, a);
        return Elementwise.apply(Ufuncs.SQRT, call.memory(), null, variance.dtype(), variance);
    }
}
