package org.stridescope.array;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Items moved as bytes, from any strides to any strides. */
public final class Items {
    private Items() {}

    /** Copies every item of {@code from} to its place in {@code to}: same shape, same dtype, no overlap. */
    public static void copy(NDArray from, NDArray to) {
        if (from.size() == 0)
            return;
        if (from.isCContiguous() && to.isCContiguous()) {
            MemorySegment.copy(from.buffer(), from.layout().offset(), to.buffer(), to.layout().offset(), from.nbytes());
            return;
        }
        copyAxis(from, to, 0, from.layout().offset(), to.layout().offset());
    }

    private static void copyAxis(NDArray from, NDArray to, int axis, long at, long into) {
        if (axis == from.ndim()) {
            MemorySegment.copy(from.buffer(), at, to.buffer(), into, from.itemsize());
            return;
        }
        long step = from.layout().stride(axis);
        long stepTo = to.layout().stride(axis);
        if (axis == from.ndim() - 1 && from.itemsize() == 8) {
            for (long i = 0; i < from.shape(axis); i++) {
                to.buffer().set(ValueLayout.JAVA_LONG_UNALIGNED, into + i * stepTo,
                        from.buffer().get(ValueLayout.JAVA_LONG_UNALIGNED, at + i * step));
            }
            return;
        }
        for (long i = 0; i < from.shape(axis); i++)
            copyAxis(from, to, axis + 1, at + i * step, into + i * stepTo);
    }
}
