package org.stridescope.array;

/** One item between the brackets of {@code x[...]}. */
public sealed interface Index {
    /** An integer: takes one item of an axis and drops it. */
    record At(long index) implements Index {}

    /** {@code start:stop:step}. */
    record Range(Slice slice) implements Index {}

    /** {@code None} or {@code np.newaxis}. */
    record NewAxis() implements Index {}

    /** {@code ...}: as many whole axes as are missing. */
    record Ellipsis() implements Index {}

    /** An array of integers, or of booleans (a mask over as many axes as it has). */
    record Items(NDArray array) implements Index {
        /** Whether this is True or False alone, which takes no axis. */
        boolean isTruth() {
            return array.ndim() == 0 && array.dtype() == DType.BOOL;
        }
    }
}
