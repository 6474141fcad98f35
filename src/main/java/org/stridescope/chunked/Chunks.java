package org.stridescope.chunked;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.stridescope.array.Shapes;

/** How a shape is cut: for each axis the lengths of its chunks, which add up to the axis. Immutable. */
public final class Chunks implements Serializable {
    private final long[][] lengths;
    private final long[][] starts;

    private Chunks(long[][] lengths) {
        this.lengths = lengths;
        starts = new long[lengths.length][];
        for (int axis = 0; axis < lengths.length; axis++) {
            starts[axis] = new long[lengths[axis].length + 1];
            for (int i = 0; i < lengths[axis].length; i++)
                starts[axis][i + 1] = starts[axis][i] + lengths[axis][i];
        }
    }

    /** These chunks; every axis has at least one, of length 0 where the axis is empty. */
    public static Chunks of(long[]... lengths) {
        long[][] copy = new long[lengths.length][];
        for (int axis = 0; axis < lengths.length; axis++)
            copy[axis] = lengths[axis].length == 0 ? new long[]{0} : lengths[axis].clone();
        return new Chunks(copy);
    }

    /** One chunk. */
    public static Chunks whole(long... shape) {
        return new Chunks(Arrays.stream(shape).mapToObj(length -> new long[]{length}).toArray(long[][]::new));
    }

    /** An axis cut into pieces of this length, the last one shorter. */
    public static long[] regular(long length, long piece) {
        if (length == 0)
            return new long[]{0};
        long[] lengths = new long[Math.toIntExact(Math.ceilDiv(length, piece))];
        Arrays.fill(lengths, piece);
        lengths[lengths.length - 1] = length - piece * (lengths.length - 1);
        return lengths;
    }

    public int ndim() {
        return lengths.length;
    }

    /** Lengths of the chunks along this axis. */
    public long[] axis(int axis) {
        return lengths[axis].clone();
    }

    /** Where along the axis chunk {@code i} begins; one place more than there are chunks: the end. */
    public long start(int axis, int i) {
        return starts[axis][i];
    }

    public long length(int axis, int i) {
        return lengths[axis][i];
    }

    public long length(int axis) {
        return starts[axis][lengths[axis].length];
    }

    public long[] shape() {
        long[] shape = new long[lengths.length];
        for (int axis = 0; axis < shape.length; axis++)
            shape[axis] = length(axis);
        return shape;
    }

    /** Chunks along this axis. */
    public int count(int axis) {
        return lengths[axis].length;
    }

    /** Chunks along each axis. */
    public int[] counts() {
        return Arrays.stream(lengths).mapToInt(axis -> axis.length).toArray();
    }

    /** Chunks in all. */
    public long blocks() {
        long blocks = 1;
        for (long[] axis : lengths)
            blocks *= axis.length;
        return blocks;
    }

    /** Lengths of one chunk. */
    public long[] blockShape(int... block) {
        long[] shape = new long[lengths.length];
        for (int axis = 0; axis < shape.length; axis++)
            shape[axis] = lengths[axis][block[axis]];
        return shape;
    }

    /** Index of the first item of a chunk. */
    public long[] blockStart(int... block) {
        long[] start = new long[lengths.length];
        for (int axis = 0; axis < start.length; axis++)
            start[axis] = starts[axis][block[axis]];
        return start;
    }

    /** The longest chunk along each axis: dask's {@code chunksize}. */
    public long[] largest() {
        long[] largest = new long[lengths.length];
        for (int axis = 0; axis < largest.length; axis++)
            largest[axis] = Arrays.stream(lengths[axis]).max().orElse(0);
        return largest;
    }

    /** The chunk of an axis in which this index lies. */
    public int find(int axis, long index) {
        int found = Arrays.binarySearch(starts[axis], index);
        int at = found >= 0 ? found : -found - 2;
        // an empty chunk begins where the next one does
        while (at < lengths[axis].length - 1 && starts[axis][at + 1] <= index)
            at++;
        return Math.min(at, lengths[axis].length - 1);
    }

    /** The same, with another cut of one axis. */
    public Chunks with(int axis, long... other) {
        long[][] copy = lengths.clone();
        copy[axis] = other.clone();
        return new Chunks(copy);
    }

    long[][] lengths() {
        return lengths;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Chunks that && Arrays.deepEquals(lengths, that.lengths);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(lengths);
    }

    /** As dask prints it: {@code ((3, 3, 2), (4, 4))}. */
    @Override
    public String toString() {
        return Arrays.stream(lengths).map(Shapes::text)
                .collect(Collectors.joining(", ", "(", lengths.length == 1 ? ",)" : ")"));
    }
}
