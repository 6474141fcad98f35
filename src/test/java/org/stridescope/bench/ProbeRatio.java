package org.stridescope.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

import org.stridescope.probe.Sampler;
import org.stridescope.trace.Recorder;

/**
 * What the probes cost as a ratio: the same work done with a probe and without, turn about, among so many threads that wait.
 * Told are the time that the work takes, with over without, and what all other threads of the process use more: the
 * share of one core that the probe takes, from before its start until after its end, its last reading and what the JVM's
 * compilers do about its code included. Of all
 * pairs but the first four the median, and the least and the most.
 * <pre>
 * java --enable-native-access=ALL-UNNAMED -XX:+UnlockDiagnosticVMOptions -XX:+DebugNonSafepoints -XX:+UseG1GC \
 *   -Dstridescope.native.dir=target/native -cp target/classes:target/test-classes:... org.stridescope.bench.ProbeRatio \
 *   [threads|lines|both] [threads (64)] [pairs (8)] [seconds (5)]
 * </pre>
 */
public final class ProbeRatio {
    private static final long REST_MS = 100;
    /** Pairs before those that count: the JVM compiles the probes' own code in them. */
    private static final int WARM = 4;
    private static final int ITEMS = 4096;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final double[] x = new double[ITEMS];
    private final double[] y = new double[ITEMS];
    private final int rounds;

    /**
     * How long the work took, what all other threads used meanwhile, and what the probes say that they cost: shares of one
     * core.
     */
    private record Turn(double seconds, double others, double told) {}

    private ProbeRatio(double seconds) {
        Arrays.setAll(x, i -> i * 0.5);
        work(20_000); // compiled
        long start = System.nanoTime();
        work(20_000);
        rounds = (int) Math.max(1, 20_000 * seconds * 1e9 / (System.nanoTime() - start));
    }

    public static void main(String[] args) throws InterruptedException {
        String which = args.length > 0 ? args[0] : "both";
        int waiting = (args.length > 1 ? Integer.parseInt(args[1]) : 64) - 1;
        int pairs = args.length > 2 ? Integer.parseInt(args[2]) : 8;
        double seconds = args.length > 3 ? Double.parseDouble(args[3]) : 5;
        CountDownLatch end = new CountDownLatch(1);
        List<Thread> idle = new ArrayList<>();
        for (int i = 0; i < waiting; i++)
            idle.add(Thread.ofPlatform().daemon().name("idle-" + i).start(() -> await(end)));
        ProbeRatio bench = new ProbeRatio(seconds);
        if (!which.equals("lines"))
            bench.compare("threads and memory at 50 Hz", pairs, recorder -> Sampler.start(recorder, () -> 0));
        if (!which.equals("threads"))
            bench.compare("the same and lines", pairs, recorder -> Sampler.startWithLines(recorder, () -> 0));
        end.countDown();
        for (Thread thread : idle)
            thread.join();
    }

    private void compare(String what, int pairs, Function<Recorder, Sampler> start) throws InterruptedException {
        double[] ratios = new double[pairs];
        double[] more = new double[pairs];
        double[] told = new double[pairs];
        Turn first = null;
        for (int pair = -WARM; pair < pairs; pair++) {
            Turn without = turn(null);
            Turn with = turn(start);
            if (first == null)
                first = new Turn(with.seconds(), with.others() - without.others(), with.told());
            if (pair < 0)
                continue;
            ratios[pair] = with.seconds() / without.seconds();
            more[pair] = 100 * (with.others() - without.others());
            told[pair] = 100 * with.told();
        }
        Arrays.sort(ratios);
        Arrays.sort(more);
        Arrays.sort(told);
        System.out.printf(Locale.ROOT,
                "%s: work with / without %.4f (%.4f to %.4f); other threads %.2f %% of a core more (%.2f to %.2f)"
                        + ", of it by the probes' own account %.2f %% (%.2f to %.2f);"
                        + " in the first turn of the JVM %.2f %%, %.2f %% by their account%n",
                what, median(ratios), ratios[0], ratios[pairs - 1], median(more), more[0], more[pairs - 1],
                median(told),
                told[0], told[pairs - 1], first == null ? Double.NaN : 100 * first.others(),
                first == null ? Double.NaN : 100 * first.told());
    }

    private Turn turn(@Nullable Function<Recorder, Sampler> start) throws InterruptedException {
        Thread.sleep(REST_MS);
        Recorder recorder = new Recorder("ratio", Map.of());
        long all = process.getProcessCpuTime();
        long begun = System.nanoTime();
        long took;
        long worked;
        Sampler sampler = start == null ? null : start.apply(recorder);
        try {
            long from = System.nanoTime();
            long cpu = threads.getCurrentThreadCpuTime();
            work(rounds);
            worked = threads.getCurrentThreadCpuTime() - cpu;
            took = System.nanoTime() - from;
        } finally {
            if (sampler != null)
                sampler.close();
        }
        double elapsed = System.nanoTime() - begun;
        return new Turn(took / 1e9, (process.getProcessCpuTime() - all - worked) / elapsed,
                sampler == null ? 0 : sampler.cost().share());
    }

    /** Sums and products over arrays that fit the nearest cache. */
    private double work(int times) {
        double sum = 0;
        for (int round = 0; round < times; round++) {
            for (int i = 0; i < ITEMS; i++)
                y[i] = y[i] * 0.999 + x[i];
            sum += y[round % ITEMS];
        }
        return sum;
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
