package org.stridescope.chunked;

import java.util.Arrays;

import org.stridescope.array.ArrayError;
import org.stridescope.array.DType;
import org.stridescope.array.Shapes;

/** What a user says about the chunks of one axis, and how that becomes {@link Chunks} by dask's rules. */
public sealed interface ChunkSpec {
    ChunkSpec AUTO = new Auto();
    ChunkSpec WHOLE = new Whole();
    /** What {@code 'auto'} aims at: 128 MiB a chunk. */
    long ADVISED_BYTES = 128L << 20;

    /** As advised, together with the other axes that say so. */
    record Auto() implements ChunkSpec {}

    /** The axis in one piece: -1 or None. */
    record Whole() implements ChunkSpec {}

    /** Pieces of this length. */
    record Length(long length) implements ChunkSpec {}

    /** These lengths. */
    record Lengths(long... lengths) implements ChunkSpec {}

    /** For every axis the same. */
    static ChunkSpec[] everywhere(ChunkSpec spec, int ndim) {
        ChunkSpec[] specs = new ChunkSpec[ndim];
        Arrays.fill(specs, spec);
        return specs;
    }

    /** Chunks of this shape as said, automatic ones of at most about {@code limit} bytes. */
    static Chunks normalize(ChunkSpec[] specs, long[] shape, DType dtype, long limit) {
        if (specs.length != shape.length)
            throw new ArrayError("Chunks and shape must be of the same length/dimension. Got chunks=" + text(specs)
                    + ", shape=" + Shapes.text(shape));
        long[][] lengths = new long[shape.length][];
        for (int axis = 0; axis < shape.length; axis++) {
            lengths[axis] = switch (specs[axis]) {
                case Auto auto -> null;
                case Whole whole -> new long[]{shape[axis]};
                case Length length -> Chunks.regular(shape[axis], positive(length.length(), shape[axis]));
                case Lengths given -> given.lengths().length == 0 ? new long[]{0} : given.lengths().clone();
            };
            if (lengths[axis] != null && Arrays.stream(lengths[axis]).sum() != shape[axis]
                    || lengths[axis] != null && Arrays.stream(lengths[axis]).anyMatch(length -> length < 0)) {
                throw new ArrayError("Chunks do not add up to shape. Got chunks=" + text(specs) + ", shape="
                        + Shapes.text(shape));
            }
        }
        automatic(lengths, shape, dtype.itemsize(), Math.max(1, limit));
        return Chunks.of(lengths);
    }

    private static long positive(long length, long axis) {
        if (length == 0)
            throw new ArrayError(
                    "a chunk can not be of length 0: give at least 1, or -1 for the whole axis of " + axis);
        return length < 0 ? Math.max(1, axis) : Math.min(length, Math.max(1, axis));
    }

    /** Axes left open share what the others leave of the limit, as equal as their lengths allow. */
    private static void automatic(long[][] lengths, long[] shape, int itemsize, long limit) {
        while (true) {
            double room = (double) limit / itemsize;
            int open = 0;
            for (long[] axis : lengths) {
                if (axis == null)
                    open++;
                else
                    room /= Math.max(1, Arrays.stream(axis).max().orElse(1));
            }
            if (open == 0)
                return;
            double size = Math.pow(room, 1.0 / open);
            boolean small = false;
            for (int axis = 0; axis < shape.length; axis++) {
                if (lengths[axis] == null && shape[axis] < size) {
                    lengths[axis] = new long[]{shape[axis]};
                    small = true;
                }
            }
            for (int axis = 0; axis < shape.length && !small; axis++) {
                if (lengths[axis] == null)
                    lengths[axis] = Chunks.regular(shape[axis], Math.min(shape[axis], Math.max(1, (long) size)));
            }
        }
    }

    private static String text(ChunkSpec[] specs) {
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < specs.length; i++) {
            text.append(i == 0 ? "" : ", ").append(switch (specs[i]) {
                case Auto auto -> "'auto'";
                case Whole whole -> "-1";
                case Length length -> Long.toString(length.length());
                case Lengths lengths -> Shapes.text(lengths.lengths());
            });
        }
        return text.append(specs.length == 1 ? ",)" : ")").toString();
    }
}
