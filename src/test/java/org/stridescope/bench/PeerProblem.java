package org.stridescope.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.ffi.BlasBindings;
import org.stridescope.ffi.BlasBindings.Matrix;
import org.stridescope.ffi.BlasLibrary;
import org.stridescope.ffi.DistanceCBindings;
import org.stridescope.ffi.DistanceCBindings.Limit;
import org.stridescope.ffi.NativeLibrary;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.DistanceKernel.RunControl;
import org.stridescope.kernel.Metric;
import org.stridescope.kernel.Variants;

/** One problem of the {@link PeerTable}: its runs in turn, and its table. */
record PeerProblem(Metric metric, int n, int k) {
    private static final List<String> TUNED = List.of("fortran", "trick", "vector", "c");
    /** The slow ones, left out where they would take minutes. */
    private static final List<String> PLAIN = List.of("loops", "c-plain", "fortran-plain");
    private static final double MOST_FOR_PLAIN = 1e9;
    private static final int FEWEST = 4;
    private static final int MOST = 400;
    /** Not 0: a memory may know lines of zeros and take them at twice the rate. */
    private static final double FILLED = 1;
    private static final String CDIST = "SciPy cdist";

    /** Time for each run alone before the first round, so that the Java around a kernel is compiled too. */
    private static final double WARM_SECONDS = 0.4;

    /**
     * Rates that the processor would reach if nothing but the named thing counted; 0 where not known. Streamed by one thread
     * and by two, and stored through the caches in Java.
     */
    private record Limits(double storeBytes, double storeBytesOfTwo, double plainBytes, double pairs) {
        static final Limits NONE = new Limits(0, 0, 0, 0);
    }

    /** Runs everything in turn for some seconds, after warming up, and gives the table's lines. */
    List<String> measure(PythonPeer peer, double seconds, int warmUp) {
        Map<String, DoubleSupplier> runs = new LinkedHashMap<>();
        Map<String, List<Double>> times = new LinkedHashMap<>();
        Limits limits = Limits.NONE;
        try (BenchPoints points = BenchPoints.of(metric, n, k)) {
            runs.put(CDIST, () -> peer.seconds("cdist " + metric.label() + " " + n + " " + k));
            if (points.problem().pairFeatures() < MOST_FOR_PLAIN)
                PLAIN.forEach(name -> add(runs, name, 1, points));
            if (metric == Metric.SQEUCLIDEAN && k > 8)
                products(runs, peer, points);
            TUNED.forEach(name -> add(runs, name, 1, points));
            TUNED.forEach(name -> add(runs, name, 2, points));
            runs.keySet().forEach(name -> times.put(name, new ArrayList<>()));
            runs.forEach((name, run) -> warm(name, run));
            long end = System.nanoTime() + (long) (seconds * 1e9);
            for (int i = -warmUp; i < FEWEST || i < MOST && System.nanoTime() < end; i++) {
                boolean keep = i >= 0;
                runs.forEach((name, run) -> {
                    double time = run.getAsDouble();
                    if (keep)
                        times.computeIfAbsent(name, any -> new ArrayList<>()).add(time);
                });
                limits = better(limits, limits(points.out()));
            }
        }
        return table(times, limits);
    }

    private static void warm(String name, DoubleSupplier run) {
        long end = System.nanoTime() + (long) (WARM_SECONDS * 1e9);
        double spent = 0;
        while (name.contains("thread") && System.nanoTime() < end && spent < 10 * WARM_SECONDS)
            spent += run.getAsDouble();
    }

    private static void add(Map<String, DoubleSupplier> runs, String name, int threads, BenchPoints points) {
        DistanceKernel kernel = Variants.named(name);
        if (!kernel.availability().isAvailable() || !kernel.metrics().contains(points.problem().metric()))
            return;
        runs.put(name + ", " + threads + (threads == 1 ? " thread" : " threads"),
                timed(() -> kernel.run(points.problem(), points.out(), RunControl.quiet(threads))));
    }

    private static DoubleSupplier timed(Runnable run) {
        return () -> {
            long start = System.nanoTime();
            run.run();
            return (System.nanoTime() - start) * 1e-9;
        };
    }

    /** The trick's peers: NumPy's, and the bare product of our BLAS and of NumPy's. */
    private void products(Map<String, DoubleSupplier> runs, PythonPeer peer, BenchPoints points) {
        runs.put("NumPy trick", () -> peer.seconds("trick " + metric.label() + " " + n + " " + k));
        runs.put("NumPy dot alone", () -> peer.seconds("dot " + metric.label() + " " + n + " " + k));
        if (!(BlasLibrary.open() instanceof NativeLibrary.Loaded library))
            return;
        BlasBindings blas = new BlasBindings(library);
        Matrix x = new Matrix(points.problem().x().buffer(), n, k, k);
        Matrix y = new Matrix(points.problem().y().buffer(), n, k, k);
        runs.put("dgemm alone, 1 thread", timed(() -> {
            blas.setThreads(1);
            blas.multiply(DType.FLOAT64, 1, x, y, true, new Matrix(points.out().buffer(), n, n, n));
        }));
    }

    private Limits limits(NDArray out) {
        if (!(NativeLibrary.open("distance-c") instanceof NativeLibrary.Loaded library))
            return Limits.NONE;
        DistanceCBindings c = new DistanceCBindings(library);
        long items = out.size() / 8 * 8;
        Limit limit = metric == Metric.CITYBLOCK ? Limit.MAXIMA : Limit.SQUARES;
        long rounds = 100_000;
        double pairs = rounds * (double) c.operationsARound(DType.FLOAT64, limit)
                / c.compute(DType.FLOAT64, limit, rounds, 1) * 1e9;
        return new Limits(items * 8e9 / c.fill(out.buffer(), items, FILLED, 1),
                items * 8e9 / c.fill(out.buffer(), items, FILLED, 2), PlainStores.bytesPerSecond(out.buffer()), pairs);
    }

    private static Limits better(Limits a, Limits b) {
        return new Limits(Math.max(a.storeBytes, b.storeBytes), Math.max(a.storeBytesOfTwo, b.storeBytesOfTwo),
                Math.max(a.plainBytes, b.plainBytes), Math.max(a.pairs, b.pairs));
    }

    private List<String> table(Map<String, List<Double>> times, Limits limits) {
        double work = (double) n * n * k;
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("## " + metric.label() + ", n = m = " + n + ", k = " + k);
        lines.add("");
        lines.add("| | best ms | median ms | 10^9 pairs x features/s | GB/s stored | times cdist, best | median |");
        lines.add("|---|---|---|---|---|---|---|");
        double[] peer = sorted(times.getOrDefault(CDIST, List.of()));
        times.forEach((name, all) -> {
            double[] own = sorted(all);
            double best = own[0];
            double median = own[own.length / 2];
            lines.add(String.format(Locale.ROOT, "| %s | %.2f | %.2f | %.2f | %.2f | %.1f | %.1f |", name, best * 1e3,
                    median * 1e3, work / best / 1e9, 8.0 * n * n / best / 1e9, peer[0] / best,
                    peer[peer.length / 2] / median));
        });
        lines.addAll(shares(times, limits));
        return lines;
    }

    /** What the variants do of what is to be had. */
    private List<String> shares(Map<String, List<Double>> times, Limits limits) {
        double c = best(times, "c, 1 thread");
        if (limits.pairs == 0 || Double.isNaN(c))
            return List.of();
        double bytes = 8.0 * n * n;
        List<String> lines = new ArrayList<>(List.of(""));
        lines.add(String.format(Locale.ROOT,
                "Of what one thread can do at most here, `c` does %.2f of the streamed stores (%.1f GB/s) and %.2f of the "
                        + "%s from registers (%.1f x 10^9/s).",
                bytes / c / limits.storeBytes, limits.storeBytes / 1e9, (double) n * n * k / c / limits.pairs,
                metric == Metric.CITYBLOCK ? "maximum + multiply-add pairs" : "subtract + multiply-add pairs",
                limits.pairs / 1e9));
        if (k <= 8)
            lines.add(String.format(Locale.ROOT,
                    "Two threads stream %.1f GB/s, of which `c` does %.2f. Stores through the caches, which is all that Java and "
                            + "gfortran have, reach %.1f GB/s by one thread: `vector` does %.2f of that, `fortran` %.2f. "
                            + "Writing the result alone would be %.1f times cdist (one thread, streamed), %.1f (two), %.1f (through the caches).",
                    limits.storeBytesOfTwo / 1e9, bytes / best(times, "c, 2 threads") / limits.storeBytesOfTwo,
                    limits.plainBytes / 1e9, bytes / best(times, "vector, 1 thread") / limits.plainBytes,
                    bytes / best(times, "fortran, 1 thread") / limits.plainBytes,
                    best(times, CDIST) * limits.storeBytes / bytes, best(times, CDIST) * limits.storeBytesOfTwo / bytes,
                    best(times, CDIST) * limits.plainBytes / bytes));
        return lines;
    }

    private static double best(Map<String, List<Double>> times, String name) {
        return times.getOrDefault(name, List.of()).stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    private static double[] sorted(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
