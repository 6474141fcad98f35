package org.stridescope.array;

import java.lang.foreign.MemorySegment;

/**
 * Items moved, from any strides to any strides: as bytes where the dtypes are the same, else cast as C casts. Runs are
 * copied whole; where one side is transposed, tile by tile, so that every cache line fetched is used up before it is lost.
 */
public final class Items {
    private static final int STRIP = 512;

    private Items() {}

    /** Copies every item of {@code from} to its place in {@code to}: same shape, same dtype, no overlap. */
    public static void copy(NDArray from, NDArray to) {
        if (from.size() == 0)
            return;
        int itemsize = from.itemsize();
        MemorySegment source = from.buffer();
        MemorySegment target = to.buffer();
        if (TiledTranspose.copy(from, to))
            return;
        NestedLoop.over(to.shape(), (at, step, count) -> {
            if (step[0] == itemsize && step[1] == itemsize) {
                MemorySegment.copy(source, at[0], target, at[1], count * itemsize);
            } else {
                move(source, at[0], step[0], target, at[1], step[1], itemsize, count);
            }
        }, from.layout(), to.layout());
    }

    private static void move(MemorySegment from, long at, long step, MemorySegment to, long into, long stepTo,
            int itemsize, long count) {
        switch (itemsize) {
            case 1 -> {
                for (long i = 0; i < count; i++)
                    to.set(Gather.BYTE, into + i * stepTo, from.get(Gather.BYTE, at + i * step));
            }
            case 2 -> {
                for (long i = 0; i < count; i++)
                    to.set(Gather.SHORT, into + i * stepTo, from.get(Gather.SHORT, at + i * step));
            }
            case 4 -> {
                for (long i = 0; i < count; i++)
                    to.set(Gather.INT, into + i * stepTo, from.get(Gather.INT, at + i * step));
            }
            case 8 -> {
                for (long i = 0; i < count; i++)
                    to.set(Gather.LONG, into + i * stepTo, from.get(Gather.LONG, at + i * step));
            }
            default -> {
                for (long i = 0; i < count; i++) {
                    to.set(Gather.LONG, into + i * stepTo, from.get(Gather.LONG, at + i * step));
                    to.set(Gather.LONG, into + i * stepTo + 8, from.get(Gather.LONG, at + i * step + 8));
                }
            }
        }
    }

    /**
     * Writes {@code from}, broadcast and cast, to every place of {@code to}. Where the two share memory in other places,
     * the items are read before any is written. Errors are NumPy's of an assignment.
     */
    public static void assign(NDArray from, NDArray to, ArrayMemory memory) {
        if (!to.isWriteable())
            throw new ArrayError("assignment destination is read-only");
        NDArray source = stretched(from, to);
        if (to.size() == 0)
            return;
        if (Overlap.extentsMeet(source, to) && !source.layout().equals(to.layout())) {
            source = from.copy(memory);
            source = stretched(source, to);
        }
        if (source.dtype() == to.dtype())
            copy(source, to);
        else
            cast(source, to);
    }

    private static NDArray stretched(NDArray from, NDArray to) {
        NDArray source = from;
        while (source.ndim() > to.ndim() && source.shape(0) == 1)
            source = source.at(0);
        try {
            return source.view(source.layout().broadcastTo(to.shape()));
        } catch (ArrayError e) {
            throw new ArrayError("could not broadcast input array from shape " + Shapes.tight(from.shape())
                    + " into shape " + Shapes.tight(to.shape()));
        }
    }

    /** Casts every item to {@code to}'s dtype: same shape, no overlap. */
    public static void cast(NDArray from, NDArray to) {
        DType source = from.dtype();
        DType target = to.dtype();
        MemorySegment a = from.buffer();
        MemorySegment b = to.buffer();
        if (source.kind() == DType.Kind.COMPLEX) {
            double[] strip = new double[2 * STRIP];
            NestedLoop.over(to.shape(), (at, step, count) -> {
                for (long i = 0; i < count; i += STRIP) {
                    int n = (int) Math.min(STRIP, count - i);
                    Gather.complex(a, source, at[0] + i * step[0], step[0], strip, n);
                    Scatter.complex(strip, b, target, at[1] + i * step[1], step[1], n);
                }
            }, from.layout(), to.layout());
        } else if (source.isFloat()) {
            double[] strip = new double[STRIP];
            NestedLoop.over(to.shape(), (at, step, count) -> {
                for (long i = 0; i < count; i += STRIP) {
                    int n = (int) Math.min(STRIP, count - i);
                    Gather.doubles(a, source, at[0] + i * step[0], step[0], strip, n);
                    Scatter.doubles(strip, b, target, at[1] + i * step[1], step[1], n);
                }
            }, from.layout(), to.layout());
        } else {
            long[] strip = new long[STRIP];
            boolean unsigned = source == DType.UINT64;
            NestedLoop.over(to.shape(), (at, step, count) -> {
                for (long i = 0; i < count; i += STRIP) {
                    int n = (int) Math.min(STRIP, count - i);
                    Gather.longs(a, source, at[0] + i * step[0], step[0], strip, n);
                    Scatter.longs(strip, unsigned, b, target, at[1] + i * step[1], step[1], n);
                }
            }, from.layout(), to.layout());
        }
    }
}
