package org.stridescope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.DistanceKernel.RunControl;
import org.stridescope.kernel.MachineLimits;
import org.stridescope.kernel.Metric;
import org.stridescope.kernel.Variants;

/**
 * Times the variants and SciPy's cdist in turn, in one run, and writes a table with the machine and the versions:
 *
 * <pre>
 * mvn -q test-compile exec:exec -Dexec.classpathScope=test -Dexec.args="--enable-native-access=ALL-UNNAMED \
 *   --add-modules=jdk.incubator.vector -classpath %classpath org.stridescope.bench.PeerTable docs/benchmarks.md"
 * </pre>
 *
 * A second argument is the number of seconds for each problem.
 */
public final class PeerTable {
    private static final String SCRIPT = "src/test/java/org/stridescope/bench/peers.py";
    private static final List<String> ONE_THREAD = List.of("fortran", "trick", "vector", "c");
    private static final List<String> TWO_THREADS = List.of("fortran", "trick", "vector", "c");
    /** The slow ones, left out where they would take minutes. */
    private static final List<String> PLAIN = List.of("loops", "c-plain", "fortran-plain");
    private static final double MOST_FOR_PLAIN = 1e9;
    private static final int WARM_UP = 3;
    private static final int FEWEST = 4;
    private static final int MOST = 200;

    private record Problem(Metric metric, int n, int k) {}

    private final PythonPeer peer;
    private final double seconds;
    private final List<String> lines = new ArrayList<>();

    private PeerTable(PythonPeer peer, double seconds) {
        this.peer = peer;
        this.seconds = seconds;
    }

    public static void main(String[] args) throws IOException {
        double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 20;
        try (PythonPeer peer = new PythonPeer("/usr/bin/python3", Path.of(SCRIPT))) {
            PeerTable table = new PeerTable(peer, seconds);
            table.head();
            for (Metric metric : List.of(Metric.CITYBLOCK, Metric.SQEUCLIDEAN)) {
                table.measure(new Problem(metric, 2000, 3));
                table.measure(new Problem(metric, 4000, 3));
                table.measure(new Problem(metric, 4000, 50));
                table.measure(new Problem(metric, 2000, 784));
            }
            Path file = Path.of(args[0]);
            if (file.getParent() != null)
                Files.createDirectories(file.getParent());
            Files.write(file, table.lines);
        }
    }

    private void head() throws IOException {
        MachineLimits limits = MachineLimits.measure(2);
        lines.add("# Distance matrices beside SciPy's cdist");
        lines.add("");
        lines.add(
                "Written by `org.stridescope.bench.PeerTable` (its Javadoc has the command). All runs of one problem are");
        lines.add(
                "interleaved, float64, the result's memory reused; cdist has one thread. Ratios are cdist's best time over");
        lines.add(
                "the variant's best; where the median is far above the best, the machine was busy with something else.");
        lines.add("");
        lines.add("- Machine: " + Machine.processor() + ", " + Runtime.getRuntime().availableProcessors()
                + " processors, "
                + System.getProperty("os.name") + " " + System.getProperty("os.version"));
        lines.add("- Java " + Runtime.version() + "; " + peer.versions());
        lines.add(String.format(Locale.ROOT,
                "- Limits of one thread, measured in %s: %.1f GB/s stored, %.1f Gflop/s; of two: "
                        + "%.1f GB/s, %.1f Gflop/s",
                limits.measuredIn(), limits.oneThread().storeBytesPerSecond() / 1e9,
                limits.oneThread().flops() / 1e9, limits.storeBytesPerSecond() / 1e9, limits.flops() / 1e9));
        lines.add(String.format(Locale.ROOT, "- Load average as it began: %.1f",
                java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    }

    private void measure(Problem problem) {
        Map<String, Runnable> runs = new LinkedHashMap<>();
        Map<String, List<Double>> times = new LinkedHashMap<>();
        times.put("SciPy cdist", new ArrayList<>());
        try (BenchPoints points = BenchPoints.of(problem.metric, problem.n, problem.k)) {
            if (points.problem().pairFeatures() < MOST_FOR_PLAIN)
                PLAIN.forEach(name -> add(runs, name, 1, points));
            ONE_THREAD.forEach(name -> add(runs, name, 1, points));
            TWO_THREADS.forEach(name -> add(runs, name, 2, points));
            runs.keySet().forEach(name -> times.put(name, new ArrayList<>()));
            long end = System.nanoTime() + (long) (seconds * 1e9);
            for (int i = -WARM_UP; i < FEWEST || i < MOST && System.nanoTime() < end; i++) {
                boolean keep = i >= 0;
                double scipy = peer.seconds(problem.metric.label() + " " + problem.n + " " + problem.k);
                if (keep)
                    times.computeIfAbsent("SciPy cdist", name -> new ArrayList<>()).add(scipy);
                runs.forEach((name, run) -> {
                    long start = System.nanoTime();
                    run.run();
                    double time = (System.nanoTime() - start) * 1e-9;
                    if (keep)
                        times.computeIfAbsent(name, n -> new ArrayList<>()).add(time);
                });
            }
        }
        write(problem, times);
    }

    private static void add(Map<String, Runnable> runs, String name, int threads, BenchPoints points) {
        DistanceKernel kernel = Variants.named(name);
        if (!kernel.availability().isAvailable() || !kernel.metrics().contains(points.problem().metric()))
            return;
        runs.put(name + ", " + threads + (threads == 1 ? " thread" : " threads"),
                () -> kernel.run(points.problem(), points.out(), RunControl.quiet(threads)));
    }

    private void write(Problem problem, Map<String, List<Double>> times) {
        double work = (double) problem.n * problem.n * problem.k;
        lines.add("");
        lines.add("## " + problem.metric.label() + ", n = m = " + problem.n + ", k = " + problem.k);
        lines.add("");
        lines.add("| | best ms | median ms | 10^9 pairs x features/s | GB/s stored | times cdist |");
        lines.add("|---|---|---|---|---|---|");
        double[] peerTimes = sorted(times.getOrDefault("SciPy cdist", List.of()));
        times.forEach((name, all) -> {
            double[] sorted = sorted(all);
            double best = sorted[0];
            lines.add(String.format(Locale.ROOT, "| %s | %.2f | %.2f | %.2f | %.2f | %.1f |", name, best * 1e3,
                    sorted[sorted.length / 2] * 1e3, work / best / 1e9, 8.0 * problem.n * problem.n / best / 1e9,
                    peerTimes[0] / best));
        });
        System.out
                .println(String.join("\n", lines.subList(Math.max(0, lines.size() - times.size() - 4), lines.size())));
    }

    private static double[] sorted(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
