package org.stridescope.ufunc.random;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Items;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.NestedLoop;

/** Distributions over a generator's bits, in NumPy's order of drawing: {@code numpy/random/src/distributions}. */
public final class Draws {
    private final Pcg64 bits;

    public Draws(Pcg64 bits) {
        this.bits = bits;
    }

    /** A double in [0, 1). */
    public double next() {
        return bits.nextDouble();
    }

    /** A standard normal number, by the ziggurat. */
    public double normal() {
        return Ziggurat.normal(bits);
    }

    /** Fills a C-ordered array of floats. */
    public void uniform(NDArray array, double low, double high) {
        boolean single = array.dtype() == DType.FLOAT32;
        if (!array.dtype().isFloat())
            throw new ArrayError("Unsupported dtype dtype('" + array.dtype().pythonName() + "') for random",
                    ArrayError.Kind.TYPE);
        for (long i = 0; i < array.size(); i++) {
            if ((i & 0xfffff) == 0)
                NestedLoop.listen();
            double value = single ? bits.nextFloat() : bits.nextDouble();
            flat(array).setDouble(low + (high - low) * value, i);
        }
    }

    public void normal(NDArray array, double loc, double scale) {
        NDArray flat = flat(array);
        for (long i = 0; i < array.size(); i++) {
            if ((i & 0xfffff) == 0)
                NestedLoop.listen();
            flat.setDouble(loc + scale * Ziggurat.normal(bits), i);
        }
    }

    /** Whole numbers in [low, last], both included, by the method NumPy uses for the size of the dtype. */
    public void integers(NDArray array, long low, long last) {
        if (!array.dtype().isInteger() && array.dtype() != DType.BOOL) {
            throw new ArrayError("Unsupported dtype dtype('" + array.dtype().pythonName() + "') for integers",
                    ArrayError.Kind.TYPE);
        }
        NDArray flat = flat(array);
        long range = last - low;
        int width = array.itemsize() * 8;
        Small small = new Small(bits, width);
        for (long i = 0; i < array.size(); i++) {
            if ((i & 0xfffff) == 0)
                NestedLoop.listen();
            long draw = range == 0
                    ? 0
                    : width <= 16
                            ? small.below(range)
                            : Long.compareUnsigned(range, 0xffff_ffffL) <= 0
                                    ? bits.below32(range)
                                    : bits.below64(range);
            flat.setLong(low + draw, i);
        }
    }

    /** Rows in random order, in place. */
    public void shuffle(NDArray array, ArrayMemory memory) {
        NDArray[] buffer = {null};
        for (long i = array.shape(0) - 1; i > 0; i--) {
            long j = interval(i);
            if (i == j)
                continue;
            NDArray a = array.at(i);
            NDArray b = array.at(j);
            buffer[0] = a.copy(memory);
            Items.assign(b, a, memory);
            Items.assign(buffer[0], b, memory);
        }
    }

    /** A whole number in [0, most] by masking and trying again: {@code random_interval}. */
    private long interval(long most) {
        if (most == 0)
            return 0;
        long mask = -1L >>> Long.numberOfLeadingZeros(most);
        long value;
        if (most <= 0xffff_ffffL) {
            do
                value = bits.next32() & mask & 0xffff_ffffL;
            while (value > most);
        } else {
            do
                value = bits.next() & mask;
            while (Long.compareUnsigned(value, most) > 0);
        }
        return value;
    }

    private static NDArray flat(NDArray array) {
        return array.view(Layout.of(new long[]{array.size()}, new long[]{array.itemsize()}, array.layout().offset()));
    }

    /** Draws of 8 or 16 bits, several from one of 32. */
    private static final class Small {
        private final Pcg64 bits;
        private final int width;
        private int buffer;
        private int left;

        Small(Pcg64 bits, int width) {
            this.bits = bits;
            this.width = width;
        }

        private int next() {
            if (left == 0) {
                buffer = bits.next32();
                left = 32 / width;
            }
            int value = buffer & ((1 << width) - 1);
            buffer >>>= width;
            left--;
            return value;
        }

        long below(long range) {
            int all = (1 << width) - 1;
            if (range == all)
                return next();
            int exclusive = (int) range + 1;
            int product = next() * exclusive;
            int rest = product & all;
            if (rest < exclusive) {
                int threshold = (int) ((all - range) % exclusive);
                while (rest < threshold) {
                    product = next() * exclusive;
                    rest = product & all;
                }
            }
            return product >>> width;
        }
    }
}
