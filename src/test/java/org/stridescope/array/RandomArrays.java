package org.stridescope.array;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Arrays in random strides (0 and negative too) at random offsets of a buffer of small numbers, and their indices. */
public final class RandomArrays {
    private final Random random;
    private final ArrayMemory memory = ArrayMemory.collected();

    public RandomArrays(long seed) {
        random = new Random(seed);
    }

    public Random random() {
        return random;
    }

    public ArrayMemory memory() {
        return memory;
    }

    /** At most {@code most} axes of lengths 0 to 4, seldom 0. */
    public long[] shape(int most) {
        long[] shape = new long[random.nextInt(most + 1)];
        for (int axis = 0; axis < shape.length; axis++)
            shape[axis] = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(4);
        return shape;
    }

    /** Axes in any order, backwards or forwards, with gaps or without, some standing still where {@code still}. */
    public NDArray array(DType dtype, boolean still, long... shape) {
        long[] strides = new long[shape.length];
        List<Integer> axes = new ArrayList<>();
        for (int axis = 0; axis < shape.length; axis++)
            axes.add(axis);
        if (random.nextBoolean())
            java.util.Collections.shuffle(axes, random);
        long step = dtype.itemsize();
        long low = 0;
        long high = 0;
        for (int i = axes.size() - 1; i >= 0; i--) {
            int axis = axes.get(i);
            long gap = random.nextInt(3) == 0 ? step : 0;
            boolean stands = still && random.nextInt(6) == 0;
            strides[axis] = stands ? 0 : random.nextInt(4) == 0 ? -step - gap : step + gap;
            long reach = strides[axis] * Math.max(0, shape[axis] - 1);
            low += Math.min(0, reach);
            high += Math.max(0, reach);
            step = (step + gap) * Math.max(1, shape[axis]);
        }
        long offset = -low + (long) dtype.itemsize() * random.nextInt(3);
        NDArray all = filled(dtype, offset + high + dtype.itemsize());
        return all.view(Layout.of(shape, strides, offset));
    }

    private NDArray filled(DType dtype, long bytes) {
        NDArray all = NDArray.zeros(memory, dtype, Math.ceilDiv(bytes, dtype.itemsize()));
        for (long i = 0; i < all.size(); i++)
            all.setLong(dtype == DType.BOOL ? random.nextInt(2) : random.nextInt(19) - 9, i);
        return all;
    }

    /** Every index of this shape, the last axis fastest. */
    public static List<long[]> indices(long... shape) {
        List<long[]> all = new ArrayList<>();
        all.add(new long[0]);
        for (long length : shape) {
            List<long[]> longer = new ArrayList<>();
            for (long[] head : all)
                for (long i = 0; i < length; i++)
                    longer.add(Indexing.join(head, new long[]{i}));
            all = longer;
        }
        return all;
    }

    /** The bytes of the items in C order: where brute force looks. */
    public static List<Long> offsets(Layout layout) {
        List<Long> offsets = new ArrayList<>();
        for (long[] index : indices(layout.shape())) {
            long at = layout.offset();
            for (int axis = 0; axis < index.length; axis++)
                at += index[axis] * layout.stride(axis);
            offsets.add(at);
        }
        return offsets;
    }

    /** The items in C order, read one by one. */
    public static List<Double> items(NDArray array) {
        return offsets(array.layout()).stream().map(array::doubleAt).toList();
    }
}
