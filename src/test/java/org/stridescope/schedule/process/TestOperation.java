package org.stridescope.schedule.process;

import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.graph.Operation;
import org.stridescope.graph.RandomGraphs;

/** What the workers of the tests can do, by name. */
public enum TestOperation implements Operation {
    SUM {
        @Override
        public @Nullable Object apply(List<@Nullable Object> arguments) throws Exception {
            return RandomGraphs.SUM.apply(arguments);
        }
    },
    FAIL {
        @Override
        public @Nullable Object apply(List<@Nullable Object> arguments) {
            throw new ArithmeticException("by zero");
        }
    },
    ENDLESS {
        @Override
        public @Nullable Object apply(List<@Nullable Object> arguments) throws InterruptedException {
            new CountDownLatch(1).await();
            return null;
        }
    },
    /** An array plus a number. */
    PLUS {
        @Override
        public @Nullable Object apply(List<@Nullable Object> arguments) {
            NDArray array = (NDArray) java.util.Objects.requireNonNull(arguments.getFirst());
            double[] values = new double[(int) array.size()];
            for (int i = 0; i < values.length; i++)
                values[i] = array.getDouble(i) + ((Number) java.util.Objects.requireNonNull(arguments.get(1)))
                        .doubleValue();
            return NDArray.of(ArrayMemory.collected(), values);
        }
    },
    /** Ends the process it runs in, as the kernel does when memory is short, until a file is there. */
    DIE {
        @Override
        public @Nullable Object apply(List<@Nullable Object> arguments) throws Exception {
            var file = java.nio.file.Path.of((String) java.util.Objects.requireNonNull(arguments.getFirst()));
            if (!java.nio.file.Files.exists(file)) {
                if (arguments.size() == 1)
                    java.nio.file.Files.createFile(file);
                Runtime.getRuntime().halt(137);
            }
            return 1L;
        }
    };

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
