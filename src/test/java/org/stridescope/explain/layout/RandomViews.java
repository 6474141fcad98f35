package org.stridescope.explain.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Slice;

/** Small arrays and views of every kind, the same ones for the same seed. */
public final class RandomViews {
    private static final DType[] DTYPES = {DType.INT8, DType.INT16, DType.FLOAT32, DType.FLOAT64, DType.COMPLEX128};

    private final Random random;

    public RandomViews(long seed) {
        random = new Random(seed);
    }

    /** An array that owns up to a few hundred items, in C or F order. */
    public NDArray owner() {
        DType dtype = DTYPES[random.nextInt(DTYPES.length)];
        long[] shape = new long[random.nextInt(5)];
        for (int axis = 0; axis < shape.length; axis++)
            shape[axis] = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(5);
        NDArray array = random.nextBoolean()
                ? NDArray.zeros(ArrayMemory.collected(), dtype, shape)
                : NDArray.zerosF(ArrayMemory.collected(), dtype, shape);
        long number = 0;
        for (long[] index : indices(array.layout()))
            array.setLong(number++ % 100, index);
        return array;
    }

    /** A view of it after a few random transforms. */
    public NDArray view(NDArray of) {
        NDArray view = of;
        for (int i = random.nextInt(4); i > 0; i--)
            view = transform(view);
        return view;
    }

    private NDArray transform(NDArray array) {
        int ndim = array.ndim();
        int axis = ndim == 0 ? 0 : random.nextInt(ndim);
        return switch (random.nextInt(6)) {
            case 0 -> array.transpose();
            case 1 -> array.newAxis(random.nextInt(ndim + 1));
            case 2 -> ndim == 0 || array.shape(axis) == 0
                    ? array
                    : array.view(array.layout().at(axis, random.nextInt((int) array.shape(axis))));
            case 3 -> {
                long[] shape = new long[ndim + 1];
                shape[0] = 1 + random.nextInt(3);
                System.arraycopy(array.shape(), 0, shape, 1, ndim);
                yield array.broadcastTo(shape);
            }
            case 4 -> ndim == 1 && array.shape(0) > 2 ? windows(array) : array;
            default -> ndim == 0 ? array : array.view(array.layout().slice(axis, slice()));
        };
    }

    private static NDArray windows(NDArray array) {
        long stride = array.layout().stride(0);
        return array.view(Layout.of(new long[]{array.shape(0) - 2, 3}, new long[]{stride, stride},
                array.layout().offset()));
    }

    private Slice slice() {
        Long start = random.nextBoolean() ? null : (long) random.nextInt(5) - 2;
        Long stop = random.nextBoolean() ? null : (long) random.nextInt(8) - 2;
        long step = random.nextInt(5) - 2;
        return new Slice(start, stop, step == 0 ? null : step);
    }

    /** Every index of a layout in C order. */
    public static List<long[]> indices(Layout layout) {
        List<long[]> all = new ArrayList<>();
        for (long step = 0; step < layout.size(); step++) {
            long[] index = new long[layout.ndim()];
            long rest = step;
            for (int axis = layout.ndim() - 1; axis >= 0; axis--) {
                index[axis] = rest % layout.shape(axis);
                rest /= layout.shape(axis);
            }
            all.add(index);
        }
        return all;
    }
}
