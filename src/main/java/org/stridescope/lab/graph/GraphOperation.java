package org.stridescope.lab.graph;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.array.Slice;
import org.stridescope.graph.Operation;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.DistanceKernel.RunControl;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.kernel.Metric;
import org.stridescope.kernel.Variants;
import org.stridescope.schedule.PlacedOperation;
import org.stridescope.ufunc.Joining;
import org.stridescope.ufunc.random.Draws;
import org.stridescope.ufunc.random.Pcg64;

/** What the tasks of the presets do; worker processes know them by name. */
public enum GraphOperation implements PlacedOperation {
    /** {@code square(x, seconds)}: sleeps, as a slow function would take time, then x x. */
    SQUARE("square") {
        @Override
        public Object apply(List<@Nullable Object> arguments, Supplier<ArrayMemory> results)
                throws InterruptedException {
            sleep(arguments, 1);
            long x = number(arguments, 0);
            return x * x;
        }
    },
    /** {@code add(a, b, seconds)}. */
    ADD("add") {
        @Override
        public Object apply(List<@Nullable Object> arguments, Supplier<ArrayMemory> results)
                throws InterruptedException {
            sleep(arguments, 2);
            return number(arguments, 0) + number(arguments, 1);
        }
    },
    /** {@code sum([a, b, ...])}. */
    SUM("sum") {
        @Override
        public Object apply(List<@Nullable Object> arguments, Supplier<ArrayMemory> results) {
            return list(arguments).stream().mapToLong(item -> ((Number) item).longValue()).sum();
        }
    },
    /** {@code points(n, k, seed)}: uniform in 0..1. */
    POINTS("points") {
        @Override
        public Object apply(List<@Nullable Object> arguments, Supplier<ArrayMemory> results) {
            NDArray points = NDArray.zeros(results.get(), DType.FLOAT64, number(arguments, 0),
                    number(arguments, 1));
            var seed = java.math.BigInteger.valueOf(number(arguments, 2));
            new Draws(new Pcg64(List.of(seed))).uniform(points, 0, 1);
            return points;
        }
    },
    /** {@code split(y, from, to)}: a view of some rows. */
    SPLIT("split") {
        @Override
        public Object apply(List<@Nullable Object> arguments, Supplier<ArrayMemory> results) {
            return array(arguments, 0).slice(Slice.of(number(arguments, 1), number(arguments, 2)));
        }
    },
    /** {@code cdist(x, y)}: cityblock, by the fastest kernel there is, with one thread. */
    CDIST("cdist") {
        @Override
        public Object apply(List<@Nullable Object> arguments, Supplier<ArrayMemory> results) {
            var problem = new DistanceProblem(Metric.CITYBLOCK, array(arguments, 0), array(arguments, 1));
            NDArray out = NDArray.zeros(results.get(), DType.FLOAT64, problem.n(), problem.m());
            DistanceKernel c = Variants.named("c");
            (c.availability().isAvailable() ? c : Variants.named("vector")).run(problem, out, RunControl.quiet(1));
            return out;
        }
    },
    /** {@code concatenate([a, b, ...])}, side by side: every item is copied once more. */
    CONCATENATE("concatenate") {
        @Override
        public Object apply(List<@Nullable Object> arguments, Supplier<ArrayMemory> results) {
            List<NDArray> pieces = list(arguments).stream().map(NDArray.class::cast).toList();
            return Joining.concatenate(pieces, 1, null, results.get());
        }
    },
    /** {@code empty(n, m)}: room for a matrix. */
    EMPTY("empty") {
        @Override
        public Object apply(List<@Nullable Object> arguments, Supplier<ArrayMemory> results) {
            return NDArray.zeros(results.get(), DType.FLOAT64, number(arguments, 0), number(arguments, 1));
        }
    },
    /** {@code write(out, piece, column)}: into its place; nothing else is copied. */
    WRITE("write") {
        @Override
        public @Nullable Object apply(List<@Nullable Object> arguments, Supplier<ArrayMemory> results) {
            ColumnBlock.write(array(arguments, 1), array(arguments, 0), number(arguments, 2));
            return null;
        }

        @Override
        public boolean writesTo(int argument) {
            return argument == 0;
        }
    },
    /** {@code loops(rows, features, chunk)}: a double loop over points, without a lock. */
    LOOPS("loops") {
        @Override
        public Object apply(List<@Nullable Object> arguments, Supplier<ArrayMemory> results) {
            LoopWork work = LoopWork.of(arguments);
            for (int row = 0; row < work.rows(); row++)
                work.row(row);
            return work.total();
        }
    },
    /** The same by a function that holds a simulated interpreter lock while it computes. */
    LOCKED_LOOPS("loops, lock simulated") {
        private final SimulatedLock interpreter = new SimulatedLock();

        @Override
        public Object apply(List<@Nullable Object> arguments, Supplier<ArrayMemory> results) {
            LoopWork work = LoopWork.of(arguments);
            interpreter.run(work.rows(), work::row);
            return work.total();
        }
    };

    private final String label;

    GraphOperation(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }

    @Override
    public boolean isPortable() {
        return true;
    }

    /** The operation of this name, for worker processes; null where there is none. */
    public static @Nullable Operation find(String name) {
        for (GraphOperation operation : values()) {
            if (operation.name().equals(name))
                return operation;
        }
        return null;
    }

    private static void sleep(List<@Nullable Object> arguments, int at) throws InterruptedException {
        double seconds = arguments.size() > at && arguments.get(at) instanceof Double given ? given : 0;
        Thread.sleep(java.time.Duration.ofNanos((long) (seconds * 1e9)));
    }

    private static long number(List<@Nullable Object> arguments, int at) {
        return ((Number) Objects.requireNonNull(arguments.get(at))).longValue();
    }

    private static NDArray array(List<@Nullable Object> arguments, int at) {
        return (NDArray) Objects.requireNonNull(arguments.get(at));
    }

    private static List<?> list(List<@Nullable Object> arguments) {
        return (List<?>) Objects.requireNonNull(arguments.getFirst());
    }
}
