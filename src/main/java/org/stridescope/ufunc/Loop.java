package org.stridescope.ufunc;

/**
 * The arithmetic of an operation on strips: n items of each operand, in the lane of its dtype (see {@code array.Gather}),
 * to n items of the result. A unary loop ignores b. Complex strips hold pairs.
 */
public sealed interface Loop {
    /** Integers and booleans; booleans are 0 and 1. */
    @FunctionalInterface
    non-sealed interface Longs extends Loop {
        void run(long[] a, long[] b, long[] out, int n);
    }

    /** Floats of any size, computed as doubles. */
    @FunctionalInterface
    non-sealed interface Doubles extends Loop {
        void run(double[] a, double[] b, double[] out, int n);
    }

    /** Floats to booleans. */
    @FunctionalInterface
    non-sealed interface DoubleTest extends Loop {
        void run(double[] a, double[] b, long[] out, int n);
    }

    /** Complex to complex. */
    @FunctionalInterface
    non-sealed interface Complexes extends Loop {
        void run(double[] a, double[] b, double[] out, int n);
    }

    /** Complex to booleans. */
    @FunctionalInterface
    non-sealed interface ComplexTest extends Loop {
        void run(double[] a, double[] b, long[] out, int n);
    }

    /** Complex to doubles. */
    @FunctionalInterface
    non-sealed interface ComplexPart extends Loop {
        void run(double[] a, double[] b, double[] out, int n);
    }
}
