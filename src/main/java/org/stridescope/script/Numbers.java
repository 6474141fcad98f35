package org.stridescope.script;

import java.math.BigInteger;
import java.util.List;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.script.Values.Complex;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyTuple;

/** Python numbers from values, with Python's errors where they are none. */
final class Numbers {
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private Numbers() {}

    /** Python's refusal of a value that is no real number, where an array of this dtype wants one. */
    static ScriptError notReal(DType dtype, String type) {
        return ScriptError.type((dtype.isFloat()
                ? "float() argument must be a string or a real number, not '"
                : "int() argument must be a string, a bytes-like object or a real number, not '") + type + "'");
    }

    /** As an index: whole numbers only, no floats. */
    static long index(Object value) {
        return switch (value) {
            case Long whole -> whole;
            case Boolean truth -> truth ? 1 : 0;
            case Scalar scalar when scalar.dtype().isInteger() || scalar.dtype() == DType.BOOL ->
                scalar.whole();
            case NDArray array when array.ndim() == 0 && array.dtype().isInteger() -> array.getLong();
            case NDArray array when array.size() == 1 && array.dtype().isInteger() ->
                array.longAt(array.layout().offset());
            case NDArray array when array.ndim() > 0 ->
                throw ScriptError.type("only integer scalar arrays can be converted to a scalar index");
            case BigInteger big ->
                throw new ScriptError("OverflowError", "Python int too large to convert to C ssize_t");
            default -> throw ScriptError.type("'" + Types.name(value) + "' object cannot be interpreted as an integer");
        };
    }

    static int axis(Object value) {
        long axis = index(value);
        if (axis != (int) axis)
            throw new ScriptError("OverflowError", "Python int too large to convert to C int");
        return (int) axis;
    }

    static boolean isNumber(Object value) {
        return value instanceof Long || value instanceof Double || value instanceof Boolean
                || value instanceof BigInteger
                || value instanceof Complex || value instanceof Scalar;
    }

    static double real(Object value) {
        return switch (value) {
            case Long whole -> whole;
            case Double real -> real;
            case Boolean truth -> truth ? 1 : 0;
            case BigInteger big -> {
                double real = big.doubleValue();
                if (Double.isInfinite(real))
                    throw new ScriptError("OverflowError", "int too large to convert to float");
                yield real;
            }
            case Scalar scalar when scalar.dtype().kind() != DType.Kind.COMPLEX -> scalar.real();
            case NDArray array when array.size() == 1 && array.dtype().kind() != DType.Kind.COMPLEX ->
                array.doubleAt(array.layout().offset());
            case NDArray array when array.size() != 1 ->
                throw ScriptError.type("only size-1 arrays can be converted to Python scalars");
            case Complex complex -> throw ScriptError.type("can't convert complex to float");
            default -> throw ScriptError.type("must be real number, not " + Types.name(value));
        };
    }

    static BigInteger big(Object value) {
        return value instanceof BigInteger big ? big : BigInteger.valueOf(index(value));
    }

    /** A BigInteger as a Long where it fits. */
    static Object small(BigInteger value) {
        return value.compareTo(LEAST) >= 0 && value.compareTo(MOST) <= 0 ? (Object) value.longValue() : value;
    }

    /** One length, or a sequence of them. */
    static long[] shape(Object value, Interpreter interpreter) {
        if (value instanceof PyTuple || value instanceof PyList || value instanceof NDArray array && array.ndim() == 1
                || value instanceof Values.PyRange) {
            List<Object> items = interpreter.items(value);
            if (items.size() > 32) {
                throw ScriptError.value("maximum supported dimension for an ndarray is 32, found " + items.size());
            }
            return items.stream().mapToLong(Numbers::index).toArray();
        }
        return new long[]{index(value)};
    }

    /** The Python number of an item: what {@code item()} and {@code tolist()} give. */
    static Object python(NDArray array, long at) {
        return switch (array.dtype().kind()) {
            case BOOL -> array.longAt(at) != 0;
            case SIGNED -> array.longAt(at);
            case UNSIGNED -> array.dtype() == DType.UINT64 && array.longAt(at) < 0
                    ? new BigInteger(Long.toUnsignedString(array.longAt(at)))
                    : (Object) array.longAt(at);
            case FLOAT -> array.doubleAt(at);
            case COMPLEX -> new Complex(array.doubleAt(at),
                    array.view(array.dtype().part(), array.layout()).doubleAt(at + array.itemsize() / 2));
        };
    }

    static Object python(Scalar scalar) {
        return scalar.python();
    }
}
