package org.stridescope.script;

import java.util.List;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.script.Values.Module;
import org.stridescope.script.Values.Singleton;
import org.stridescope.ufunc.Casting;
import org.stridescope.ufunc.Distances;

/** Other modules than NumPy: Python's own, and SciPy's distances. */
final class StandardModules {
    private StandardModules() {}

    static List<Module> all() {
        Module distance = distances();
        Module spatial = new Names().value("distance", distance).module("scipy.spatial");
        Module scipy = new Names().value("spatial", spatial).value("__version__", "1.10.1").module("scipy");
        Names warnings = new Names().function("filterwarnings(*args, **named)", call -> Singleton.NONE);
        warnings.function("simplefilter(*args, **named)", call -> Singleton.NONE);
        return List.of(time(), PythonMath.make(), FunctionTools.make(), IterationTools.make(), CollectionTypes.make(),
                Statistics.make(), PythonRandom.make(), scipy, spatial, distance, warnings.module("warnings"));
    }

    private static Module time() {
        Names names = new Names();
        names.function("sleep(secs)", call -> {
            double seconds = call.number("secs", 0);
            if (seconds < 0)
                throw ScriptError.value("sleep length must be non-negative");
            long nanos = (long) Math.min(seconds * 1e9, Math.max(0, call.interpreter().nanosLeft() + 1_000_000));
            try {
                Thread.sleep(java.time.Duration.ofNanos(nanos));
            } catch (InterruptedException e) {
                throw Interpreter.late(call.interpreter().limits);
            }
            return Singleton.NONE;
        });
        names.function("time()", call -> microseconds() / 1e6);
        names.function("perf_counter()", call -> System.nanoTime() / 1e9);
        names.function("monotonic()", call -> System.nanoTime() / 1e9);
        names.function("process_time()", call -> cpuNanos() / 1e9);
        return names.module("time");
    }

    /** What the script's own thread computed; the clock where the JVM does not know it. */
    private static long cpuNanos() {
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : System.nanoTime();
    }

    /** Since 1970: whole milliseconds would be too coarse for what scripts time. */
    private static long microseconds() {
        return java.time.temporal.ChronoUnit.MICROS.between(java.time.Instant.EPOCH, java.time.Instant.now());
    }

    private static Module distances() {
        Names names = new Names();
        names.function("cdist(XA, XB, metric=, *, out=, **kwargs)", call -> {
            NDArray a = points(call, "XA");
            NDArray b = points(call, "XB");
            if (a.shape(1) != b.shape(1))
                throw ScriptError.value("XA and XB must have the same number of columns (i.e. feature dimension.)");
            return UfuncCalls.finish(call, Distances.between(a, b, metric(call), call.memory()));
        });
        names.function("pdist(X, metric=, **kwargs)", call -> {
            NDArray x = points(call, "X");
            NDArray square = Distances.between(x, x, metric(call), call.memory());
            long n = x.shape(0);
            NDArray result = NDArray.zeros(call.memory(), DType.FLOAT64, n * (n - 1) / 2);
            long at = 0;
            for (long i = 0; i < n; i++)
                for (long j = i + 1; j < n; j++)
                    result.setDouble(square.getDouble(i, j), at++);
            return result;
        });
        names.function("squareform(X)", call -> {
            NDArray x = call.array("X");
            long n = (long) Math.ceil(Math.sqrt(2.0 * x.size()));
            if (x.ndim() != 1 || n * (n - 1) / 2 != x.size())
                throw ScriptError.value(
                        "Incompatible vector size. It must be a binomial coefficient n choose 2 for some integer n >= 2.");
            NDArray square = NDArray.zeros(call.memory(), DType.FLOAT64, n, n);
            long at = 0;
            for (long i = 0; i < n; i++) {
                for (long j = i + 1; j < n; j++) {
                    square.setDouble(x.getDouble(at), i, j);
                    square.setDouble(x.getDouble(at++), j, i);
                }
            }
            return square;
        });
        return names.module("scipy.spatial.distance");
    }

    private static Distances.Metric metric(Call call) {
        String name = call.text("metric", "euclidean");
        Distances.Metric metric = Distances.Metric.of(name);
        if (metric == null)
            throw ScriptError.value("Unknown Distance Metric: " + name);
        return metric;
    }

    private static NDArray points(Call call, String name) {
        NDArray array = call.array(name);
        if (array.ndim() != 2)
            throw ScriptError.value(name + " must be a 2-dimensional array.");
        if (array.dtype().isComplex())
            throw ScriptError.type("cdist of complex arrays is not supported");
        return array.dtype() == DType.FLOAT64 && array.isCContiguous()
                ? array
                : Casting.copy(array, DType.FLOAT64, Casting.Order.C, call.memory());
    }
}
