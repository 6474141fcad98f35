package org.stridescope.ufunc;

import java.io.NotSerializableException;
import java.io.Serializable;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.DType;

/**
 * An operation on items, with its loop for each lane. {@code unsigned} is the loop of uint64 where its bits mean something
 * else than those of int64; {@code bools} that of booleans where it differs from integers; {@code singles} that of float32
 * where rounding the answer in float64 would not do.
 *
 * @param identity the value a reduction starts from; null where it starts from the first item
 */
public record Ufunc(String name, int operands, Signature signature, Loop.@Nullable Longs longs,
        Loop.@Nullable Longs unsigned, Loop.@Nullable Longs bools, @Nullable Loop doubles, @Nullable Loop singles,
        @Nullable Loop complex, @Nullable Double identity, @Nullable Fold fold) implements Serializable {

    static Ufunc unary(String name, Signature signature, Loop.@Nullable Longs longs, @Nullable Loop doubles,
            @Nullable Loop complex) {
        return new Ufunc(name, 1, signature, longs, null, null, doubles, null, complex, null, null);
    }

    static Ufunc binary(String name, Signature signature, Loop.@Nullable Longs longs, @Nullable Loop doubles,
            @Nullable Loop complex) {
        return new Ufunc(name, 2, signature, longs, null, null, doubles, null, complex, null, null);
    }

    Ufunc unsigned(Loop.Longs loop) {
        return new Ufunc(name, operands, signature, longs, loop, bools, doubles, singles, complex, identity, fold);
    }

    Ufunc bools(Loop.Longs loop) {
        return new Ufunc(name, operands, signature, longs, unsigned, loop, doubles, singles, complex, identity, fold);
    }

    Ufunc singles(Loop loop) {
        return new Ufunc(name, operands, signature, longs, unsigned, bools, doubles, loop, complex, identity, fold);
    }

    Ufunc from(double start) {
        return new Ufunc(name, operands, signature, longs, unsigned, bools, doubles, singles, complex, start, fold);
    }

    Ufunc folding(Fold with) {
        return new Ufunc(name, operands, signature, longs, unsigned, bools, doubles, singles, complex, identity, with);
    }

    /** The loop for operands of this dtype. */
    Loop loop(DType dtype) {
        Loop loop = switch (dtype.kind()) {
            case BOOL -> bools != null ? bools : longs;
            case SIGNED -> longs;
            case UNSIGNED -> dtype == DType.UINT64 && unsigned != null ? unsigned : longs;
            case FLOAT -> dtype == DType.FLOAT32 && singles != null ? singles : doubles;
            case COMPLEX -> complex;
        };
        if (loop != null)
            return loop;
        throw new ArrayError(
                "ufunc '" + name + "' not supported for the input types, and the inputs could not be safely"
                        + " coerced to any supported types according to the casting rule ''safe''",
                ArrayError.Kind.TYPE);
    }

    /** Whether a loop answers in this dtype, as {@code dtype=} asks for. */
    void checkLoop(DType dtype) {
        boolean fits = switch (dtype.kind()) {
            case BOOL -> bools != null || longs != null;
            case SIGNED, UNSIGNED -> longs != null && !isTruth();
            case FLOAT -> doubles != null && !(doubles instanceof Loop.DoubleTest);
            case COMPLEX -> complex != null && !(complex instanceof Loop.ComplexTest);
        };
        if (!fits) {
            throw new ArrayError("No loop matching the specified signature and casting was found for ufunc " + name,
                    ArrayError.Kind.TYPE);
        }
    }

    /** The dtype of the answer when the computation runs in {@code dtype}. */
    DType answer(DType dtype) {
        return switch (loop(dtype)) {
            case Loop.DoubleTest test -> DType.BOOL;
            case Loop.ComplexTest test -> DType.BOOL;
            case Loop.ComplexPart part -> dtype.part();
            case Loop.Longs longLoop when isTruth() -> DType.BOOL;
            default -> dtype;
        };
    }

    private boolean isTruth() {
        return signature == Signature.COMPARISON || signature == Signature.TRUTH;
    }

    /** A run of items folded into one value, quicker than pair by pair. */
    public interface Fold {
        double doubles(double start, double[] a, int n);

        long longs(long start, long[] a, int n, boolean unsigned);
    }

    /** In another process it is the one of this name there: its loops are no values. */
    private Object writeReplace() throws NotSerializableException {
        if (Ufuncs.all().get(name) != this)
            throw new NotSerializableException(name);
        return new Named(name);
    }

    private record Named(String name) implements Serializable {
        private Object readResolve() {
            return Ufuncs.get(name);
        }
    }
}
