package org.stridescope.ufunc;

import org.stridescope.array.ArrayError;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;

/** From the operands' dtypes to the dtype a ufunc computes in, and the one it answers in. */
public enum Signature {
    /** Any dtype; boolean stays boolean: add, multiply, maximum. */
    ARITHMETIC,
    /** As ARITHMETIC, without a loop for booleans: positive, sign. */
    NUMERIC,
    /** As ARITHMETIC, refused for booleans: subtract, negative. */
    NO_BOOL,
    /** As ARITHMETIC; booleans become int8: floor_divide, remainder, power, square. */
    BOOL_TO_INT8,
    /** As BOOL_TO_INT8, refused for complex: floor_divide, remainder. */
    REAL,
    /** Integers become float64: true_divide. */
    DIVISION,
    /** Integers become the float that holds them: sqrt, exp, sin. */
    FLOATING,
    /** As FLOATING, refused for complex: floor, hypot, arctan2. */
    REAL_FLOATING,
    /** Any dtype to boolean: less, equal. */
    COMPARISON,
    /** Any dtype to boolean, whatever the two are: logical_and, isnan. */
    TRUTH,
    /** Booleans and integers: bitwise_and, invert. */
    BITS,
    /** Integers: left_shift. */
    SHIFT,
    /** As SHIFT, said otherwise where it is refused: gcd. */
    WHOLE,
    /** float64 or complex128, whatever the operands: float_power. */
    DOUBLE;

    private static final DType[] INTEGERS = {DType.INT8, DType.UINT8, DType.INT16, DType.UINT16, DType.INT32,
            DType.UINT32, DType.INT64, DType.UINT64};

    /** The dtype to compute in; {@code name} is the ufunc's, for the error. */
    DType lane(String name, NDArray... operands) {
        DType common = Promotion.resultType(operands);
        return switch (this) {
            case ARITHMETIC, COMPARISON, TRUTH -> common;
            case NUMERIC -> numeric(name, common);
            case NO_BOOL -> notBool(name, common);
            case BOOL_TO_INT8 -> first(common, operands);
            case REAL -> notComplex(name, first(common, operands));
            case DIVISION -> common.kind() == DType.Kind.COMPLEX || common.isFloat() ? common : DType.FLOAT64;
            case FLOATING -> floating(operands);
            case REAL_FLOATING -> floating(notComplex(name, common), operands);
            case BITS -> ofIntegers(name, common == DType.BOOL ? common : first(common, operands), true);
            case SHIFT -> ofIntegers(name, first(common, operands), false);
            case WHOLE -> whole(name, common, operands);
            case DOUBLE -> common.isComplex() ? DType.COMPLEX128 : DType.FLOAT64;
        };
    }

    /**
     * The first loop, from the smallest integers on, that takes all operands safely. It is the common dtype but for
     * scalars beside arrays: 300 fits int16 as well as uint16, and int16 comes first.
     */
    private static DType first(DType common, NDArray... operands) {
        if (common == DType.BOOL)
            return DType.INT8;
        if (!common.isInteger() || !Promotion.byValue(operands))
            return common;
        for (DType dtype : INTEGERS) {
            boolean all = true;
            for (NDArray operand : operands)
                all &= Promotion.canCast(operand, dtype, Promotion.Casting.SAFE);
            if (all)
                return dtype;
        }
        return common;
    }

    private static DType numeric(String name, DType dtype) {
        if (dtype != DType.BOOL)
            return dtype;
        throw new ArrayError("ufunc '" + name
                + "' did not contain a loop with signature matching types <class 'numpy.dtype[bool_]'> -> None",
                ArrayError.Kind.UFUNC_TYPE);
    }

    private static DType notBool(String name, DType dtype) {
        if (dtype != DType.BOOL)
            return dtype;
        throw new ArrayError(name.equals("negative")
                ? "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not"
                        + " function instead."
                : "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the"
                        + " logical_xor function instead.",
                ArrayError.Kind.TYPE);
    }

    private static DType notComplex(String name, DType dtype) {
        if (dtype.kind() != DType.Kind.COMPLEX)
            return dtype;
        throw unsupported(name);
    }

    private static DType ofIntegers(String name, DType dtype, boolean boolToo) {
        if (dtype.isInteger() || boolToo && dtype == DType.BOOL)
            return dtype;
        throw unsupported(name);
    }

    private static DType whole(String name, DType common, NDArray... operands) {
        if (common.isInteger())
            return first(common, operands);
        // beside arrays, scalars count by their value: NumPy has fitted them before it looks for a loop
        boolean fitted = Promotion.byValue(operands);
        StringBuilder types = new StringBuilder();
        for (NDArray operand : operands)
            types.append(types.isEmpty() ? "" : ", ").append(spelled(fitted ? common : operand.dtype()));
        throw new ArrayError("ufunc '" + name + "' did not contain a loop with signature matching types ("
                + types + ") -> " + (fitted ? spelled(common) : "None"), ArrayError.Kind.UFUNC_TYPE);
    }

    private static String spelled(DType dtype) {
        return "<class 'numpy.dtype[" + (dtype == DType.BOOL ? "bool_" : dtype.pythonName()) + "]'>";
    }

    private static ArrayError unsupported(String name) {
        return new ArrayError(
                "ufunc '" + name + "' not supported for the input types, and the inputs could not be safely"
                        + " coerced to any supported types according to the casting rule ''safe''",
                ArrayError.Kind.TYPE);
    }

    private static DType floating(DType checked, NDArray... operands) {
        return checked.isFloat() ? checked : floating(operands);
    }

    /** The first of float16, float32, float64, complex128 that every operand goes into safely. */
    private static DType floating(NDArray... operands) {
        boolean byValue = Promotion.byValue(operands);
        for (DType dtype : new DType[]{DType.FLOAT16, DType.FLOAT32, DType.FLOAT64, DType.COMPLEX64}) {
            boolean all = true;
            for (NDArray operand : operands) {
                all &= byValue && operand.ndim() == 0
                        ? Promotion.canCast(operand, dtype, Promotion.Casting.SAFE)
                        : Promotion.safely(operand.dtype(), dtype);
            }
            if (all)
                return dtype;
        }
        return DType.COMPLEX128;
    }
}
