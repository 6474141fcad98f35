package org.stridescope.kernel.remarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.stridescope.kernel.KernelError;
import org.stridescope.kernel.worker.ChildJvm;

/**
 * Whether HotSpot vectorised a loop, found by measuring. Its own remarks (-XX:+TraceLoopOpts) are only in debug builds of
 * the virtual machine; so each loop is timed in two small machines of their own, one of them with -XX:-UseSuperWord, which
 * switches that optimisation off. Where both are as fast, it had found nothing to do.
 */
public final class JavaLoopTimes {
    /** Speed-up from which a loop counts as vectorised: less may be noise. */
    private static final double CLEARLY = 1.3;
    private static final int LENGTH = 1000;
    private static final int ROUNDS = 200;
    private static final int REPETITIONS = 60;
    private static final int MOST_SECONDS = 60;

    private JavaLoopTimes() {}

    /**
     * @param nanosAnItem with vectorisation allowed; {@code scalarNanosAnItem} without
     */
    public record LoopTime(JavaLoop loop, double nanosAnItem, double scalarNanosAnItem) {
        public double speedup() {
            return scalarNanosAnItem / nanosAnItem;
        }

        public boolean isVectorised() {
            return speedup() >= CLEARLY;
        }

        /** As in: vectorised, 3.6 times as fast as without SuperWord: no iteration waits for another. */
        public String sentence() {
            return isVectorised()
                    ? String.format(java.util.Locale.ROOT, "vectorised, %.1f times as fast as without SuperWord: %s",
                            speedup(), loop.expectation())
                    : "not vectorised: " + loop.expectation();
        }
    }

    /** Measures all loops; takes some seconds. */
    public static List<LoopTime> measure() {
        Map<JavaLoop, Double> with = child("-XX:+UseSuperWord");
        Map<JavaLoop, Double> without = child("-XX:-UseSuperWord");
        List<LoopTime> times = new ArrayList<>();
        for (JavaLoop loop : JavaLoop.values()) {
            times.add(new LoopTime(loop, with.getOrDefault(loop, Double.NaN), without.getOrDefault(loop, Double.NaN)));
        }
        return times;
    }

    private static Map<JavaLoop, Double> child(String flag) {
        return parse(printed(List.of(flag)));
    }

    /** What a small virtual machine with these flags prints while it times the loops. */
    static String printed(List<String> flags) {
        if (!ChildJvm.availability().isAvailable())
            throw new KernelError(ChildJvm.availability().sentence());
        List<String> all = new ArrayList<>(flags);
        // -Xbatch waits for the compiler: on a busy machine a loop would be timed before its code is there
        all.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-Xbatch"));
        try {
            Process process = new ProcessBuilder(ChildJvm.command(all, "loop-times"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try {
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
                if (!ended || process.exitValue() != 0)
                    throw new KernelError("the measuring process failed");
                return said;
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new KernelError("no measuring process could be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KernelError("interrupted", e);
        }
    }

    private static Map<JavaLoop, Double> parse(String said) {
        Map<JavaLoop, Double> times = new EnumMap<>(JavaLoop.class);
        for (String line : said.split("\n")) {
            String[] words = line.strip().split(" ");
            if (words.length == 2)
                times.put(JavaLoop.valueOf(words[0]), Double.parseDouble(words[1]));
        }
        return times;
    }

    /** The measuring process's part: a line a loop, its name and its nanoseconds an item. */
    public static List<String> measureHere() {
        double[] a = new double[2 * LENGTH];
        double[] b = new double[LENGTH];
        double[] c = new double[LENGTH];
        for (int i = 0; i < a.length; i++)
            a[i] = i * 0.5;
        List<String> lines = new ArrayList<>();
        double kept = 0;
        for (JavaLoop loop : JavaLoop.values()) {
            double best = Double.POSITIVE_INFINITY;
            for (int repetition = 0; repetition < REPETITIONS; repetition++) {
                long start = System.nanoTime();
                for (int round = 0; round < ROUNDS; round++)
                    kept += loop.run(a, b, c);
                best = Math.min(best, (System.nanoTime() - start) / ((double) ROUNDS * LENGTH));
            }
            lines.add(loop.name() + " " + best);
        }
        return Double.isNaN(kept) ? List.of() : lines;
    }
}
