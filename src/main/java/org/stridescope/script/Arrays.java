package org.stridescope.script;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Items;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Shapes;
import org.stridescope.script.Values.Complex;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.PyRange;
import org.stridescope.script.Values.PyTuple;
import org.stridescope.ufunc.Promotion;

/** Arrays from Python values: numbers, and lists nested to the same depth; and back. */
final class Arrays {
    private static final int MOST_AXES = 32;
    /** Lists nested in lists may name the same items again and again. */
    private static final int MOST_LEAVES = 20_000_000;

    private Arrays() {}

    /** The array itself where it is one; else a new one. */
    static NDArray of(Object value, ArrayMemory memory) {
        return of(value, null, memory);
    }

    static NDArray of(Object value, @Nullable DType dtype, ArrayMemory memory) {
        if (value instanceof NDArray array)
            return array;
        if (value instanceof Scalar scalar)
            return scalar.array();
        List<Long> shape = new ArrayList<>();
        shape(value, shape, 0);
        List<Object> leaves = new ArrayList<>();
        long[] lengths = shape.stream().mapToLong(Long::longValue).toArray();
        leaves(value, lengths, 0, leaves);
        DType common = dtype != null ? dtype : common(leaves);
        NDArray array = NDArray.zeros(memory, common, lengths);
        fill(array, leaves, memory);
        return array;
    }

    private static @Nullable List<Object> sequence(Object value) {
        return switch (value) {
            case PyList list -> list.items;
            case PyTuple tuple -> tuple.items();
            case PyRange range -> {
                if (range.length() > ScriptLimits.DEFAULT.items())
                    throw new ScriptError("MemoryError", "");
                List<Object> items = new ArrayList<>();
                for (long i = 0; i < range.length(); i++)
                    items.add(range.start() + i * range.step());
                yield items;
            }
            default -> null;
        };
    }

    private static void shape(Object value, List<Long> shape, int depth) {
        if (value instanceof NDArray array) {
            for (long length : array.shape())
                shape.add(length);
            return;
        }
        List<Object> items = sequence(value);
        if (items == null)
            return;
        if (depth >= MOST_AXES)
            throw ScriptError.value(
                    "setting an array element with a sequence. The requested array would exceed the maximum number of dimension of 32.");
        shape.add((long) items.size());
        if (!items.isEmpty())
            shape(items.getFirst(), shape, depth + 1);
    }

    private static void leaves(Object value, long[] shape, int axis, List<Object> leaves) {
        if (value instanceof NDArray array && array.ndim() > 0) {
            if (array.ndim() != shape.length - axis)
                throw ragged(shape, axis);
            for (int i = 0; i < array.ndim(); i++)
                if (array.shape(i) != shape[axis + i])
                    throw ragged(shape, axis + i);
            leaves.add(array);
            return;
        }
        List<Object> items = sequence(value);
        if (items == null) {
            if (axis < shape.length)
                throw ragged(shape, axis);
            leaves.add(value);
            return;
        }
        if (axis >= shape.length || items.size() != shape[axis])
            throw ragged(shape, axis);
        if (leaves.size() > MOST_LEAVES)
            throw new ScriptError("MemoryError", "an array from more than " + MOST_LEAVES + " listed items");
        if (Thread.currentThread().isInterrupted())
            throw new java.util.concurrent.CancellationException();
        for (Object item : items)
            leaves(item, shape, axis + 1, leaves);
    }

    private static ScriptError ragged(long[] shape, int axis) {
        return ScriptError
                .value("setting an array element with a sequence. The requested array has an inhomogeneous shape after "
                        + axis + " dimensions. The detected shape was "
                        + Shapes.text(java.util.Arrays.copyOf(shape, axis))
                        + " + inhomogeneous part.");
    }

    private static DType common(List<Object> leaves) {
        DType common = null;
        for (Object leaf : leaves) {
            DType own = natural(leaf);
            common = common == null ? own : Promotion.promote(common, own);
        }
        return common == null ? DType.FLOAT64 : common;
    }

    private static DType natural(Object leaf) {
        return switch (leaf) {
            case Boolean truth -> DType.BOOL;
            case Long whole -> DType.INT64;
            case BigInteger big when big.signum() > 0 && big.bitLength() <= 64 -> DType.UINT64;
            case Double real -> DType.FLOAT64;
            case Complex complex -> DType.COMPLEX128;
            case Scalar scalar -> scalar.dtype();
            case NDArray array -> array.dtype();
            default -> throw ScriptError.type("arrays of " + Types.name(leaf)
                    + " objects are not supported: use booleans, integers, floats or complex numbers");
        };
    }

    private static void fill(NDArray array, List<Object> leaves, ArrayMemory memory) {
        if (array.size() == 0)
            return;
        long at = array.layout().offset();
        for (Object leaf : leaves) {
            if (leaf instanceof NDArray part) {
                NDArray run = array.view(Layout.of(new long[]{part.size()}, new long[]{array.itemsize()}, at));
                Items.assign(part, run.reshape(memory, part.shape()), memory);
                at += part.size() * array.itemsize();
            } else {
                put(array, at, leaf, memory);
                at += array.itemsize();
            }
        }
    }

    /** Writes a Python number to the item at this byte. */
    static void put(NDArray array, long at, Object value, ArrayMemory memory) {
        NDArray item = array.view(Layout.of(new long[0], new long[0], at));
        if (value instanceof Scalar scalar) {
            Items.assign(scalar.array(), item, memory);
            return;
        }
        switch (value) {
            case Boolean truth -> item.setLong(truth ? 1 : 0);
            case Long whole -> item.setLong(whole);
            case BigInteger big when array.dtype() == DType.UINT64 && big.signum() > 0 && big.bitLength() <= 64 ->
                item.setLong(big.longValue());
            case BigInteger big when array.dtype().isInteger() ->
                throw new ScriptError("OverflowError", "Python int too large to convert to C long");
            case BigInteger big -> item.setDouble(Numbers.real(big));
            case Double real -> putReal(item, real, memory);
            case Complex complex -> putComplex(item, complex);
            // NumPy reads None as NaN where it is told to make floats
            case Values.Singleton none when none == Values.Singleton.NONE && array.dtype().isFloat() ->
                item.setDouble(Double.NaN);
            default ->
                throw ScriptError.type("int() argument must be a string, a bytes-like object or a real number, not '"
                        + Types.name(value) + "'");
        }
    }

    private static void putReal(NDArray item, double real, ArrayMemory memory) {
        if (item.dtype().isInteger() && Double.isNaN(real))
            throw ScriptError.value("cannot convert float NaN to integer");
        if (item.dtype().isInteger() && Double.isInfinite(real)) {
            throw new ScriptError("OverflowError", "cannot convert float infinity to integer");
        }
        Items.assign(NDArray.of(memory, real).at(0), item, memory);
    }

    private static void putComplex(NDArray item, Complex complex) {
        if (!item.dtype().isComplex()) {
            throw Numbers.notReal(item.dtype(), "complex");
        }
        item.setDouble(complex.real());
        org.stridescope.array.Views.part(item, true).setDouble(complex.imaginary());
    }

    /** The array as the owner of bytes that nobody else has seen: NumPy returns such, not a view of a hidden array. */
    static NDArray owned(NDArray array) {
        return array.ownsData() ? array : NDArray.over(array.buffer(), array.dtype(), array.layout());
    }

    /** A scalar where the array has no axes. */
    static Object unwrapped(NDArray array) {
        return array.ndim() == 0 ? new Scalar(array) : array;
    }

    /** Nested lists of Python numbers; a number for no axes. */
    static Object toList(NDArray array, int axis, long at) {
        if (axis == array.ndim())
            return Numbers.python(array, at);
        List<Object> items = new ArrayList<>();
        for (long i = 0; i < array.shape(axis); i++) {
            items.add(toList(array, axis + 1, at + i * array.layout().stride(axis)));
        }
        return new PyList(items);
    }

    static NDArray whole(long value, ArrayMemory memory) {
        NDArray array = NDArray.zeros(memory, DType.INT64);
        array.setLong(value);
        return array;
    }

    static NDArray real(double value, ArrayMemory memory) {
        NDArray array = NDArray.zeros(memory, DType.FLOAT64);
        array.setDouble(value);
        return array;
    }

    static NDArray wholes(ArrayMemory memory, long... values) {
        NDArray array = NDArray.zeros(memory, DType.INT64, values.length);
        for (int i = 0; i < values.length; i++)
            array.setLong(values[i], i);
        return array;
    }

}
