package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.einsum.Einsum;
import org.stridescope.einsum.MatMul;
import org.stridescope.ufunc.Casting;
import org.stridescope.ufunc.Elementwise;
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
        return Arrays.unwrapped(Arrays.owned(MatMul.matmul(a, b, Promotion.resultType(a, b), in.memory())));
    }

    static Object dot(NDArray a, NDArray b, Interpreter in) {
        if (a.ndim() == 0 || b.ndim() == 0)
            return Arrays.unwrapped(scaled(a, b, in));
        return Arrays.unwrapped(Arrays.owned(MatMul.dot(a, b, Promotion.resultType(a, b), in.memory())));
    }

    /** What BLAS has types for, up to two axes, comes out in C order; the rest as a ufunc orders it. */
    private static NDArray scaled(NDArray a, NDArray b, Interpreter in) {
        DType common = Promotion.promote(a.dtype(), b.dtype());
        NDArray product = Elementwise.apply(Ufuncs.MULTIPLY, in.memory(), null, common, a, b);
        boolean blas = common.itemsize() >= 4 && (common.isFloat() || common.isComplex());
        return blas && product.ndim() <= 2 && !product.isCContiguous()
                ? Casting.copy(product, common, Casting.Order.C, in.memory())
                : product;
    }

    static Object einsum(Call call) {
        List<Object> operands = ((Values.PyTuple) call.get("operands")).items();
        if (operands.size() > 1 && !(operands.getFirst() instanceof String))
            operands = spelled(operands, call);
        if (operands.size() < 2 || !(operands.getFirst() instanceof String subscripts)) {
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

    /** {@code einsum(a, [0, 1], b, [1, 2], [0, 2])}: lists of numbers as letters. */
    private static List<Object> spelled(List<Object> given, Call call) {
        List<Object> operands = new ArrayList<>();
        StringBuilder subscripts = new StringBuilder();
        for (int i = 0; i + 1 < given.size(); i += 2) {
            subscripts.append(i == 0 ? "" : ",").append(letters(given.get(i + 1), call));
            operands.add(given.get(i));
        }
        if (given.size() % 2 != 0)
            subscripts.append("->").append(letters(given.getLast(), call));
        operands.addFirst(subscripts.toString());
        return operands;
    }

    private static String letters(Object labels, Call call) {
        StringBuilder letters = new StringBuilder();
        for (Object label : call.interpreter().items(labels)) {
            long number = label == Values.Singleton.ELLIPSIS ? -1 : Numbers.index(label);
            if (number >= 52)
                throw ScriptError.value("subscript is not within the valid range [0, 52)");
            letters.append(
                    number < 0 ? "..." : String.valueOf((char) (number < 26 ? 'A' + number : 'a' + number - 26)));
        }
        return letters.toString();
    }
}
