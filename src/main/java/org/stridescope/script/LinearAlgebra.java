package org.stridescope.script;

import org.stridescope.array.NDArray;
import org.stridescope.einsum.Einsum;
import org.stridescope.einsum.MatMul;
import org.stridescope.ufunc.Promotion;
import org.stridescope.ufunc.Ufuncs;

/** Products of arrays. */
final class LinearAlgebra {
    private LinearAlgebra() {}

    static Object matmul(Object left, Object right, Interpreter in) {
        if (!Operators.isArray(left) && !Operators.isArray(right))
            throw Operators.unsupported("@", left, right);
        if (!Operators.arrayLike(left) || !Operators.arrayLike(right))
            throw Operators.unsupported("@", left, right);
        NDArray a = Arrays.of(left, in.memory());
        NDArray b = Arrays.of(right, in.memory());
        return Arrays.unwrapped(MatMul.matmul(a, b, Promotion.resultType(a, b), in.memory()));
    }

    static Object dot(NDArray a, NDArray b, Interpreter in) {
        if (a.ndim() == 0 || b.ndim() == 0)
            return Arrays.unwrapped(org.stridescope.ufunc.Elementwise.apply(Ufuncs.MULTIPLY, in.memory(), null,
                    Promotion.promote(a.dtype(), b.dtype()), a, b));
        return Arrays.unwrapped(MatMul.dot(a, b, Promotion.resultType(a, b), in.memory()));
    }

    static Object einsum(Call call) {
        var operands = ((Values.PyTuple) call.get("operands")).items();
        if (operands.isEmpty() || !(operands.getFirst() instanceof String subscripts)) {
            throw ScriptError
                    .value("must specify the einstein sum subscripts string and at least one operand, or at least one"
                            + " operand and its corresponding subscripts list");
        }
        if (operands.size() < 2) {
            throw ScriptError
                    .value("must specify the einstein sum subscripts string and at least one operand, or at least one"
                            + " operand and its corresponding subscripts list");
        }
        NDArray[] arrays = operands.stream().skip(1).map(o -> Arrays.of(o, call.memory())).toArray(NDArray[]::new);
        var dtype = call.dtype("dtype", Promotion.resultType(arrays));
        NDArray result = Einsum.einsum(subscripts, dtype, call.memory(), arrays);
        NDArray out = call.out();
        if (out == null)
            return Arrays.unwrapped(result);
        org.stridescope.array.Items.assign(result, out, call.memory());
        return out;
    }
}
