package org.stridescope.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.DistanceKernel.Outcome;
import org.stridescope.kernel.DistanceKernel.RunControl;
import org.stridescope.kernel.Metric;
import org.stridescope.kernel.TileListener;
import org.stridescope.kernel.Variants;

/**
 * How long a run at the course's size, 12000 x 12000 x 50, still goes on once it is cancelled. Each of several virtual
 * machines runs one variant: its first run is cold, nothing is compiled yet, and the later ones grow warm. Alone, all
 * variants:
 *
 * <pre>
 * mvn -q test-compile exec:exec -Dexec.classpathScope=test -Dexec.args="--enable-native-access=ALL-UNNAMED \
 *   --add-modules=jdk.incubator.vector -Dstridescope.native.dir=target/native -classpath %classpath \
 *   org.stridescope.bench.CancelTimes"
 * </pre>
 */
public final class CancelTimes {
    private static final int POINTS = 12000;
    private static final int FEATURES = 50;
    /** When the first run of each virtual machine is cancelled. */
    private static final int[] COLD_MILLIS = {2, 20, 80, 250};
    private static final int WARM = 4;

    private CancelTimes() {}

    /** Without arguments the table; with a variant and a time, one virtual machine's part of it. */
    public static void main(String[] args) throws InterruptedException, IOException {
        if (args.length == 0)
            System.out.println(String.join("\n", lines()));
        else
            one(Variants.named(args[0]), Long.parseLong(args[1]));
    }

    static List<String> lines() throws InterruptedException, IOException {
        List<String> lines = new ArrayList<>(List.of("", "## How soon a cancelled run ends", "",
                String.format(Locale.ROOT,
                        "12000 x 12000 points of 50 features, two threads, cancelled at odd moments: in each of %d virtual machines a "
                                + "variant a first, cold run (after %d to %d ms) and %d more; milliseconds until `run` returns.",
                        COLD_MILLIS.length, COLD_MILLIS[0], COLD_MILLIS[COLD_MILLIS.length - 1], WARM),
                "", "| variant | cold, worst | warm, median | warm, worst |", "|---|---|---|---|"));
        for (DistanceKernel kernel : Variants.all()) {
            if (kernel.availability().isAvailable())
                lines.add(line(kernel));
        }
        return lines;
    }

    private static String line(DistanceKernel kernel) throws InterruptedException, IOException {
        List<Double> cold = new ArrayList<>();
        List<Double> warm = new ArrayList<>();
        for (int after : COLD_MILLIS) {
            List<Double> millis = child(kernel, after);
            cold.add(millis.getFirst());
            warm.addAll(millis.subList(1, millis.size()));
        }
        for (List<Double> millis : List.of(cold, warm)) {
            millis.removeIf(time -> time.isNaN()); // done before it could be cancelled
            Collections.sort(millis);
        }
        return "| " + kernel.name() + " | " + figure(cold, cold.size() - 1) + " | " + figure(warm, warm.size() / 2)
                + " | " + figure(warm, warm.size() - 1) + " |";
    }

    private static String figure(List<Double> millis, int index) {
        return millis.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f", millis.get(index));
    }

    private static List<Double> child(DistanceKernel kernel, int after) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED", "--add-modules=jdk.incubator.vector", "-cp",
                        System.getProperty("java.class.path")));
        for (String property : List.of("stridescope.native.dir", "stridescope.blas")) {
            if (System.getProperty(property) != null)
                command.add("-D" + property + "=" + System.getProperty(property));
        }
        command.addAll(List.of(CancelTimes.class.getName(), kernel.name(), Integer.toString(after)));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0)
            throw new IOException(kernel.name() + " could not be measured");
        return said.lines().map(Double::valueOf).toList();
    }

    private static void one(DistanceKernel kernel, long after) throws InterruptedException {
        Metric metric = kernel.metrics().contains(Metric.CITYBLOCK) ? Metric.CITYBLOCK : Metric.EUCLIDEAN;
        try (BenchPoints points = BenchPoints.untouched(metric, POINTS, FEATURES)) {
            for (int i = 0; i <= WARM; i++)
                System.out.println(once(kernel, points, i == 0 ? after : after / 2 + 37L * i));
        }
    }

    /** Milliseconds from the cancellation to the end; NaN where the run was done before. */
    private static double once(DistanceKernel kernel, BenchPoints points, long afterMillis)
            throws InterruptedException {
        Cancellation cancellation = new Cancellation();
        AtomicLong cancelled = new AtomicLong();
        long due = System.nanoTime() + afterMillis * 1_000_000;
        Thread canceller = Thread.ofPlatform().start(() -> {
            while (System.nanoTime() < due && !Thread.interrupted())
                LockSupport.parkNanos(due - System.nanoTime());
            cancelled.set(System.nanoTime());
            cancellation.cancel();
        });
        Outcome outcome = kernel.run(points.problem(), points.out(),
                new RunControl(2, TileListener.NONE, cancellation));
        long end = System.nanoTime();
        canceller.interrupt();
        canceller.join();
        return outcome == Outcome.CANCELLED ? (end - cancelled.get()) / 1e6 : Double.NaN;
    }
}
