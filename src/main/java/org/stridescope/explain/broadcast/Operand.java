package org.stridescope.explain.broadcast;

import java.util.Arrays;

import org.stridescope.array.Shapes;

/** One array of an operation: a name, a shape, and the bytes of an item. */
public record Operand(String name, long[] shape, int itemsize) {
    public Operand {
        shape = shape.clone();
        Shapes.bytes(itemsize, shape);
    }

    @Override
    public long[] shape() {
        return shape.clone();
    }

    public int ndim() {
        return shape.length;
    }

    public long length(int axis) {
        return shape[axis];
    }

    /** Bytes the array holds. */
    public long bytes() {
        return Shapes.bytes(itemsize, shape);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Operand(String n, long[] s, int i) && name.equals(n) && itemsize == i
                && Arrays.equals(shape, s);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(shape);
    }

    @Override
    public String toString() {
        return name + " " + Shapes.text(shape);
    }
}
