package org.stridescope.ufunc;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.array.Views;

/**
 * Which dtype holds the values of several: NumPy 1.24's rules, with its value-based casting, by which an array without
 * axes (a Python or NumPy scalar) counts only as far as its value needs. Source: {@code numpy/core/src/multiarray/
 * convert_datatype.c}, NEP 50 describes them.
 */
public final class Promotion {
    private Promotion() {}

    /** NumPy's casting levels, strictest first. */
    public enum Casting {
        NO, EQUIV, SAFE, SAME_KIND, UNSAFE;

        /** As NumPy spells it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The smallest dtype to which both cast safely. */
    public static DType promote(DType a, DType b) {
        if (a == b)
            return a;
        if (safely(a, b))
            return b;
        if (safely(b, a))
            return a;
        if (a.isComplex() || b.isComplex())
            return promote(a.part(), b.part()) == DType.FLOAT64 ? DType.COMPLEX128 : DType.COMPLEX64;
        // a signed integer and an unsigned one at least as large, or an integer and a smaller float
        if (a.isInteger() && b.isInteger()) {
            int size = Math.max(a.itemsize(), b.itemsize());
            return switch (size) {
                case 1 -> DType.INT16;
                case 2 -> DType.INT32;
                case 4 -> DType.INT64;
                default -> DType.FLOAT64;
            };
        }
        int integer = a.isInteger() ? a.itemsize() : b.itemsize();
        int other = a.isInteger() ? b.itemsize() : a.itemsize();
        return integer >= 4 || other == 8 ? DType.FLOAT64 : DType.FLOAT32;
    }

    /** Whether every value of {@code from} is one of {@code to}; for int64 to float64 NumPy says yes too. */
    public static boolean safely(DType from, DType to) {
        if (from == to || from == DType.BOOL)
            return true;
        int a = from.itemsize();
        int b = to.itemsize();
        return switch (to.kind()) {
            case BOOL -> false;
            case UNSIGNED -> from.kind() == DType.Kind.UNSIGNED && a <= b;
            case SIGNED -> from.kind() == DType.Kind.SIGNED && a <= b || from.kind() == DType.Kind.UNSIGNED && a < b;
            case FLOAT -> from.isFloat() ? a <= b : from.isInteger() && (a < b || b == 8);
            case COMPLEX -> from.isComplex() ? a <= b : safely(from, to.part());
        };
    }

    /** Whether NumPy casts an array of this dtype under this rule. */
    public static boolean canCast(DType from, DType to, Casting casting) {
        return switch (casting) {
            case UNSAFE -> true;
            case NO, EQUIV -> from == to;
            case SAFE -> safely(from, to);
            case SAME_KIND -> safely(from, to) || rank(from) <= rank(to) && !(from.kind() == DType.Kind.SIGNED
                    && to.kind() == DType.Kind.UNSIGNED) && to != DType.BOOL;
        };
    }

    private static int rank(DType dtype) {
        return switch (dtype.kind()) {
            case BOOL -> 0;
            case UNSIGNED -> 1;
            case SIGNED -> 2;
            case FLOAT -> 3;
            case COMPLEX -> 4;
        };
    }

    /** As {@link #canCast(DType, DType, Casting)}; a scalar may go wherever its value fits. */
    public static boolean canCast(NDArray from, DType to, Casting casting) {
        if (from.ndim() > 0 || casting.compareTo(Casting.SAFE) < 0)
            return canCast(from.dtype(), to, casting);
        Smallest smallest = smallest(from);
        return canCast(smallest.dtype, to, casting)
                || smallest.fitsSigned && canCast(signed(smallest.dtype), to, casting);
    }

    /** The dtype of an operation on these: {@code np.result_type}. */
    public static DType resultType(NDArray... operands) {
        boolean byValue = byValue(operands);
        Smallest result = null;
        for (NDArray operand : operands) {
            Smallest next = byValue && operand.ndim() == 0 ? smallest(operand) : new Smallest(operand.dtype(), false);
            result = result == null ? next : promote(result, next);
        }
        if (result == null)
            return DType.FLOAT64;
        return result.dtype;
    }

    /** Whether scalars count by their values: arrays are among the operands, and of no lower category than the scalars. */
    public static boolean byValue(NDArray... operands) {
        int ofArrays = -1;
        int ofScalars = -1;
        for (NDArray operand : operands) {
            int category = category(operand.dtype());
            if (operand.ndim() > 0)
                ofArrays = Math.max(ofArrays, category);
            else
                ofScalars = Math.max(ofScalars, category);
        }
        return ofArrays >= 0 && ofScalars >= 0 && ofArrays >= ofScalars;
    }

    private static int category(DType dtype) {
        return switch (dtype.kind()) {
            case BOOL -> 0;
            case SIGNED, UNSIGNED -> 1;
            case FLOAT, COMPLEX -> 2;
        };
    }

    /** The smallest dtype of a scalar's value; {@code fitsSigned}: an unsigned one whose value the signed one holds too. */
    private record Smallest(DType dtype, boolean fitsSigned) {}

    private static Smallest promote(Smallest a, Smallest b) {
        if (a.dtype == b.dtype)
            return new Smallest(a.dtype, a.fitsSigned && b.fitsSigned);
        DType left = a.fitsSigned && b.dtype.kind() == DType.Kind.SIGNED ? signed(a.dtype) : a.dtype;
        DType right = b.fitsSigned && a.dtype.kind() == DType.Kind.SIGNED ? signed(b.dtype) : b.dtype;
        boolean both = a.fitsSigned && b.fitsSigned;
        return new Smallest(Promotion.promote(left, right), both);
    }

    private static DType signed(DType unsigned) {
        return switch (unsigned) {
            case UINT8 -> DType.INT8;
            case UINT16 -> DType.INT16;
            case UINT32 -> DType.INT32;
            case UINT64 -> DType.INT64;
            default -> unsigned;
        };
    }

    private static Smallest smallest(NDArray scalar) {
        return switch (scalar.dtype().kind()) {
            case BOOL -> new Smallest(DType.BOOL, false);
            case FLOAT -> new Smallest(smallestFloat(scalar), false);
            case COMPLEX -> new Smallest(smallestComplex(scalar), false);
            case UNSIGNED -> smallestUnsigned(scalar.getLong());
            case SIGNED -> {
                long value = scalar.getLong();
                if (value >= 0)
                    yield smallestUnsigned(value);
                yield new Smallest(value >= Byte.MIN_VALUE
                        ? DType.INT8
                        : value >= Short.MIN_VALUE
                                ? DType.INT16
                                : value >= Integer.MIN_VALUE ? DType.INT32 : DType.INT64,
                        false);
            }
        };
    }

    private static Smallest smallestUnsigned(long value) {
        if (value < 0)
            return new Smallest(DType.UINT64, false);
        if (value <= 0xff)
            return new Smallest(DType.UINT8, value <= Byte.MAX_VALUE);
        if (value <= 0xffff)
            return new Smallest(DType.UINT16, value <= Short.MAX_VALUE);
        if (value <= 0xffff_ffffL)
            return new Smallest(DType.UINT32, value <= Integer.MAX_VALUE);
        return new Smallest(DType.UINT64, true);
    }

    private static DType smallestFloat(NDArray scalar) {
        double value = Math.abs(scalar.getDouble());
        if (!(value >= 65000) || Double.isInfinite(value))
            return DType.FLOAT16;
        if (scalar.dtype() == DType.FLOAT16)
            return DType.FLOAT16;
        return value < 3.4e38 || scalar.dtype() == DType.FLOAT32 ? DType.FLOAT32 : DType.FLOAT64;
    }

    /** complex64 where both parts are within its range. */
    private static DType smallestComplex(NDArray scalar) {
        for (boolean imaginary : new boolean[]{false, true}) {
            double value = Math.abs(Views.part(scalar, imaginary).getDouble());
            if (value >= 3.4e38 && !Double.isInfinite(value) && scalar.dtype() == DType.COMPLEX128)
                return DType.COMPLEX128;
        }
        return DType.COMPLEX64;
    }

    /** The smallest dtype for a scalar's value: {@code np.min_scalar_type}. */
    public static DType minScalarType(NDArray value) {
        return value.ndim() == 0 ? smallest(value).dtype : value.dtype();
    }
}
