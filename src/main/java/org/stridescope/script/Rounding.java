package org.stridescope.script;

import org.stridescope.array.DType;
import org.stridescope.array.Items;
import org.stridescope.array.NDArray;
import org.stridescope.ufunc.Casting;
import org.stridescope.ufunc.Elementwise;
import org.stridescope.ufunc.Ufuncs;

/** {@code np.round}: scaled, rounded to even, scaled back, as NumPy does it rather than by decimal digits. */
final class Rounding {
    private Rounding() {}

    static Object round(Call call, NDArray a) {
        Interpreter in = call.interpreter();
        int decimals = call.axis("decimals", 0);
        if (a.dtype() == DType.BOOL || a.dtype().isInteger()) {
            if (decimals >= 0) {
                NDArray same = a.dtype() == DType.BOOL ? Casting.to(a, DType.FLOAT16, in.memory()) : a;
                return call.out() == null ? Arrays.unwrapped(same) : UfuncCalls.finish(call, same);
            }
            Object scaled = Operators.binary("*", Operators.ufunc(Ufuncs.get("rint"), null, in,
                    Operators.binary("/", a, Math.pow(10, -decimals), in)), Math.pow(10, -decimals), in);
            return Arrays.unwrapped(Casting.to(Arrays.of(scaled, in.memory()), a.dtype(), in.memory()));
        }
        if (a.dtype().isComplex()) {
            NDArray copy = Casting.copy(a, a.dtype(), Casting.Order.C, in.memory());
            for (boolean imaginary : new boolean[]{false, true}) {
                NDArray part = org.stridescope.array.Views.part(copy, imaginary);
                Items.assign(Arrays.of(rounded(part, decimals, in), in.memory()), part, in.memory());
            }
            return UfuncCalls.finish(call, copy);
        }
        return UfuncCalls.finish(call, Arrays.of(rounded(a, decimals, in), in.memory()));
    }

    private static Object rounded(NDArray a, int decimals, Interpreter in) {
        if (decimals == 0)
            return Operators.ufunc(Ufuncs.get("rint"), null, in, a);
        NDArray scale = Casting.to(Arrays.real(Math.pow(10, Math.abs(decimals)), in.memory()), a.dtype(), in.memory());
        NDArray scaled = Elementwise.apply(decimals > 0 ? Ufuncs.MULTIPLY : Ufuncs.DIVIDE, in.memory(), a, scale);
        NDArray whole = Elementwise.apply(Ufuncs.get("rint"), in.memory(), scaled);
        return Elementwise.apply(decimals > 0 ? Ufuncs.DIVIDE : Ufuncs.MULTIPLY, in.memory(), whole, scale);
    }
}
