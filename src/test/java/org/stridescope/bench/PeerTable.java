package org.stridescope.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.stridescope.ffi.BlasBindings;
import org.stridescope.ffi.BlasLibrary;
import org.stridescope.ffi.NativeLibrary;
import org.stridescope.kernel.MachineLimits;
import org.stridescope.kernel.Metric;

/**
 * Times the variants and their peers (SciPy's cdist, NumPy's trick, a bare matrix product) in turn, in one run, then what a
 * foreign call costs, how long a cancellation takes and what JMH says, and writes a table with the machine and the versions:
 *
 * <pre>
 * mvn -q test-compile exec:exec -Dexec.classpathScope=test -Dexec.args="--enable-native-access=ALL-UNNAMED \
 *   --add-modules=jdk.incubator.vector -Dstridescope.native.dir=target/native -classpath %classpath \
 *   org.stridescope.bench.PeerTable docs/benchmarks.md"
 * </pre>
 *
 * A second argument is the number of seconds for each problem. It needs python3-scipy.
 */
public final class PeerTable {
    private static final String SCRIPT = "src/test/java/org/stridescope/bench/peers.py";
    private static final int WARM_UP = 5;
    private static final double USUAL_SECONDS = 20;

    private PeerTable() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        double seconds = args.length > 1 ? Double.parseDouble(args[1]) : USUAL_SECONDS;
        List<String> lines = new ArrayList<>();
        try (PythonPeer peer = new PythonPeer("/usr/bin/python3", Path.of(SCRIPT))) {
            head(lines, peer);
            for (Metric metric : List.of(Metric.CITYBLOCK, Metric.SQEUCLIDEAN)) {
                for (int[] size : new int[][]{{2000, 3}, {4000, 3}, {4000, 50}, {2000, 784}})
                    add(lines, new PeerProblem(metric, size[0], size[1]).measure(peer, seconds, WARM_UP));
            }
            // the course's size, once: the fewest repetitions
            add(lines, new PeerProblem(Metric.CITYBLOCK, 12000, 50).measure(peer, 0, 1));
        }
        add(lines, CallCost.lines());
        add(lines, CancelTimes.lines());
        add(lines, JmhRuns.lines());
        lines.add("");
        lines.add(String.format(Locale.ROOT, "Load average as it ended: %.1f.", load()));
        Path file = Path.of(args[0]);
        if (file.getParent() != null)
            Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    private static void add(List<String> lines, List<String> more) {
        lines.addAll(more);
        System.out.println(String.join("\n", more));
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void head(List<String> lines, PythonPeer peer) throws IOException {
        MachineLimits limits = MachineLimits.measure(2);
        lines.add("# Distance matrices beside SciPy's cdist");
        lines.add("");
        lines.add(
                "Written by `org.stridescope.bench.PeerTable` (its Javadoc has the command). All runs of one problem are");
        lines.add(
                "interleaved, float64, the result's memory reused; cdist and NumPy have one thread. Ratios are cdist's best time");
        lines.add(
                "over the variant's best, and median over median. Where medians are far above the best, the machine was busy");
        lines.add("with something else; two threads suffer most from that.");
        lines.add("");
        lines.add("- Machine: " + Machine.processor() + ", " + Runtime.getRuntime().availableProcessors()
                + " processors, "
                + System.getProperty("os.name") + " " + System.getProperty("os.version"));
        lines.add("- Java " + Runtime.version() + "; " + peer.versions());
        lines.add("- BLAS: " + (BlasLibrary.open() instanceof NativeLibrary.Loaded library
                ? new BlasBindings(library).version().replaceFirst(", .*", "")
                : "none"));
        lines.add(String.format(Locale.ROOT,
                "- Limits of one thread, measured in %s: %.1f GB/s stored, %.1f Gflop/s; of two: %.1f GB/s, %.1f Gflop/s",
                limits.measuredIn(), limits.oneThread().storeBytesPerSecond() / 1e9,
                limits.oneThread().flops() / 1e9, limits.storeBytesPerSecond() / 1e9, limits.flops() / 1e9));
        lines.add(String.format(Locale.ROOT, "- Load average as it began: %.1f", load()));
    }
}
