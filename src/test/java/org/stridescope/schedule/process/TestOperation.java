package org.stridescope.schedule.process;

import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.array.Slice;
import org.stridescope.graph.Operation;
import org.stridescope.graph.RandomGraphs;
import org.stridescope.schedule.PlacedOperation;

/** What the workers of the tests can do, by name. */
public enum TestOperation implements PlacedOperation {
    SUM {
        @Override
        public @Nullable Object apply(List<@Nullable Object> arguments, Supplier<ArrayMemory> results)
                throws Exception {
            return RandomGraphs.SUM.apply(arguments);
        }
    },
    FAIL {
        @Override
        public @Nullable Object apply(List<@Nullable Object> arguments, Supplier<ArrayMemory> results) {
            throw new ArithmeticException("by zero");
        }
    },
    ENDLESS {
        @Override
        public @Nullable Object apply(List<@Nullable Object> arguments, Supplier<ArrayMemory> results)
                throws InterruptedException {
            new CountDownLatch(1).await();
            return null;
        }
    },
    /** An array plus a number. */
    PLUS {
        @Override
        public @Nullable Object apply(List<@Nullable Object> arguments, Supplier<ArrayMemory> results) {
            NDArray array = (NDArray) java.util.Objects.requireNonNull(arguments.getFirst());
            double[] values = new double[(int) array.size()];
            for (int i = 0; i < values.length; i++)
                values[i] = array.getDouble(i) + ((Number) java.util.Objects.requireNonNull(arguments.get(1)))
                        .doubleValue();
            return NDArray.of(ArrayMemory.collected(), values);
        }
    },
    /** {@code LAST(list, value)}: the value, once all of the list is there. */
    LAST {
        @Override
        public @Nullable Object apply(List<@Nullable Object> arguments, Supplier<ArrayMemory> results) {
            return arguments.getLast();
        }
    },
    /** {@code PLACED(n)}: an array of ones, made where results go; one of twos beside it is no result. */
    PLACED {
        @Override
        public @Nullable Object apply(List<@Nullable Object> arguments, Supplier<ArrayMemory> results) {
            int n = ((Number) java.util.Objects.requireNonNull(arguments.getFirst())).intValue();
            fill(NDArray.zeros(results.get(), DType.FLOAT64, n), 2);
            NDArray ones = NDArray.zeros(results.get(), DType.FLOAT64, n);
            fill(ones, 1);
            return ones.slice(Slice.of(1, n));
        }
    },
    /** {@code PUT(array, at, value)}: writes into an array that others see. */
    PUT {
        @Override
        public @Nullable Object apply(List<@Nullable Object> arguments, Supplier<ArrayMemory> results) {
            NDArray array = (NDArray) java.util.Objects.requireNonNull(arguments.getFirst());
            long at = ((Number) java.util.Objects.requireNonNull(arguments.get(1))).longValue();
            array.buffer().set(ValueLayout.JAVA_DOUBLE_UNALIGNED, array.layout().offset() + 8 * at,
                    ((Number) java.util.Objects.requireNonNull(arguments.get(2))).doubleValue());
            return null;
        }

        @Override
        public boolean writesTo(int argument) {
            return argument == 0;
        }
    },
    /** Ends the process it runs in, as the kernel does when memory is short, until a file is there. */
    DIE {
        @Override
        public @Nullable Object apply(List<@Nullable Object> arguments, Supplier<ArrayMemory> results)
                throws Exception {
            var file = java.nio.file.Path.of((String) java.util.Objects.requireNonNull(arguments.getFirst()));
            if (!java.nio.file.Files.exists(file)) {
                if (arguments.size() == 1)
                    java.nio.file.Files.createFile(file);
                Runtime.getRuntime().halt(137);
            }
            return 1L;
        }
    };

    private static void fill(NDArray array, double value) {
        for (long i = 0; i < array.size(); i++)
            array.buffer().setAtIndex(ValueLayout.JAVA_DOUBLE, i, value);
    }

    @Override
    public boolean isPortable() {
        return true;
    }

    static @Nullable Operation find(String name) {
        for (TestOperation operation : values()) {
            if (operation.name().equals(name))
                return operation;
        }
        return null;
    }
}
