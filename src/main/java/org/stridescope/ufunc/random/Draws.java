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
    private final Bits bits;
    private final boolean legacy;
    private final Distributions distributions;

    public Draws(Bits bits) {
        this(bits, false);
    }

    /** @param legacy whether to draw as {@code RandomState}, not as {@code Generator} */
    public Draws(Bits bits, boolean legacy) {
        this.bits = bits;
        this.legacy = legacy;
        distributions = new Distributions(bits, legacy);
    }

    public Bits bits() {
        return bits;
    }

    public Distributions distributions() {
        return distributions;
    }

    /** A double in [0, 1). */
    public double next() {
        return bits.nextDouble();
    }

    /** A standard normal number. */
    public double normal() {
        return distributions.normal();
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
            flat.setDouble(loc + scale * distributions.normal(), i);
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
                    : array.dtype() == DType.BOOL
                            ? small.bit()
                            : width <= 16
                                    ? small.below(range, legacy)
                                    : legacy ? bits.masked(range) : bits.below(range);
            flat.setLong(low + draw, i);
        }
    }

    /** Rows in random order, in place. */
    public void shuffle(NDArray array, ArrayMemory memory) {
        NDArray[] buffer = {null};
        for (long i = array.shape(0) - 1; i > 0; i--) {
            long j = bits.masked(i);
            if (i == j)
                continue;
            NDArray a = array.at(i);
            NDArray b = array.at(j);
            buffer[0] = a.copy(memory);
            Items.assign(b, a, memory);
            Items.assign(buffer[0], b, memory);
        }
    }

    private static NDArray flat(NDArray array) {
        return array.view(Layout.of(new long[]{array.size()}, new long[]{array.itemsize()}, array.layout().offset()));
    }

    /** Draws of 8 or 16 bits, several from one of 32. */
    private static final class Small {
        private final Bits bits;
        private final int width;
        private int buffer;
        private int left;

        Small(Bits bits, int width) {
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

        /** One bit of 32 after the other. */
        long bit() {
            if (left == 0) {
                buffer = bits.next32();
                left = 32;
            }
            int value = buffer & 1;
            buffer >>>= 1;
            left--;
            return value;
        }

        long below(long range, boolean masked) {
            if (masked) {
                long mask = -1L >>> Long.numberOfLeadingZeros(range);
                long value;
                do
                    value = next() & mask;
                while (value > range);
                return value;
            }
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
