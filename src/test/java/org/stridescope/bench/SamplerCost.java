package org.stridescope.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

import com.sun.management.OperatingSystemMXBean;

import org.stridescope.probe.Sampler;
import org.stridescope.trace.Recorder;
import org.stridescope.trace.Recording;
import org.stridescope.trace.ThreadTrace;
import org.stridescope.trace.TraceEvent;

/**
 * What sampling costs at 50 Hz with 16 and 64 threads beside the JVM's own, as a share of one core, and how far the sampled
 * CPU time is from that which the kernel counts for the process (getrusage) over five seconds with one thread busy. Run:
 * {@code java --enable-native-access=ALL-UNNAMED -cp target/classes src/test/java/org/stridescope/bench/SamplerCost.java}
 */
public final class SamplerCost {
    private static final long SECONDS = 5;

    private SamplerCost() {}

    public static void main(String[] args) throws InterruptedException {
        measure(16); // compiles the sampler
        for (int threads : new int[]{16, 64})
            measure(threads);
    }

    private static void measure(int idle) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < idle - 1; i++)
            threads.add(Thread.ofPlatform().daemon().name("idle-" + i).start(() -> await(end)));
        Thread.ofPlatform().daemon().name("busy").start(() -> {
            while (end.getCount() > 0)
                Thread.onSpinWait();
        });
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Recorder recorder = new Recorder("cost", Map.of());
        try (Sampler sampler = Sampler.start(recorder, () -> 0)) {
            long before = process.getProcessCpuTime();
            long from = recorder.now();
            Thread.sleep(1000 * SECONDS);
            long to = recorder.now();
            long counted = process.getProcessCpuTime() - before;
            sampler.sampleNow();
            Recording recording = recorder.snapshot();
            double sampled = recording.threads().stream().mapToDouble(t -> t.cpuNanosBetween(from, to)).sum();
            int seen = recording.threads().size();
            double busy = recording.threads().stream().filter(t -> t.name().equals("busy"))
                    .mapToDouble(ThreadTrace::cpuNanos).sum();
            double own = recording.threads().stream().filter(t -> t.name().equals("stridescope-sampler"))
                    .mapToDouble(t -> t.cpuNanosBetween(from, to)).sum();
            System.out.printf(Locale.ROOT,
                    "%d threads of ours, %d in all: %s; sampled %.4f s, kernel %.4f s (%+.2f %%);"
                            + " busy thread %.3f s; all of the sampler's thread %.3f %% of a core%n",
                    idle, seen, sampler.cost().sentence().replace("cost ", String.format(Locale.ROOT,
                            "cost %.3f %% ~ ", 100 * sampler.cost().share())),
                    sampled / 1e9, counted / 1e9,
                    100 * (sampled - counted) / counted, busy / 1e9, 100 * own / (to - from));
            probes(recording);
        }
        end.countDown();
        for (Thread thread : threads)
            thread.join();
    }

    /** Each probe in its first second, which holds its start, and after that. */
    private static void probes(Recording recording) {
        Map<String, List<TraceEvent.ProbeCost>> costs = recording.probes().stream()
                .collect(Collectors.groupingBy(TraceEvent.ProbeCost::probe));
        double all = 0;
        for (List<TraceEvent.ProbeCost> of : costs.values()) {
            TraceEvent.ProbeCost first = of.getFirst();
            TraceEvent.ProbeCost last = of.getLast();
            double then = 100.0 * (last.cpuNanos() - first.cpuNanos())
                    / Math.max(1, last.nanos() - first.nanos());
            all += then;
            System.out.printf(Locale.ROOT, "    %-28s first %.1f s: %5.1f ms; then %.3f %% of a core, %.0f us a look%n",
                    first.probe(), first.nanos() / 1e9, first.cpuNanos() / 1e6, then,
                    (last.cpuNanos() - first.cpuNanos()) / 1e3 / Math.max(1, last.samples() - first.samples()));
        }
        System.out.printf(Locale.ROOT, "    together, once begun: %.3f %% of a core%n", all);
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
