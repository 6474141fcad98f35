package org.stridescope.probe.lines;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.management.OperatingSystemMXBean;
import org.junit.jupiter.api.Test;

import org.stridescope.explain.lines.LineCosts;
import org.stridescope.explain.lines.LineRow;
import org.stridescope.explain.lines.Selection;
import org.stridescope.trace.Recorder;
import org.stridescope.trace.SampleKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class LineProbeTest {
    private static final long NANOS = 700_000_000;
    private volatile double kept;

    /** Computes until the calling thread has used so much CPU time. */
    private void compute() {
        var clock = ManagementFactory.getThreadMXBean();
        long begin = clock.getCurrentThreadCpuTime();
        double sum = 0;
        while (clock.getCurrentThreadCpuTime() - begin < NANOS) {
            for (int i = 0; i < 2_000_000; i++)
                sum += Math.sqrt(i + sum);
            kept = sum;
        }
    }

    @Test
    void samplesTimesPeriodAreTheCpuTimeAndLieOnTheLoop() throws Exception {
        Recorder recorder = new Recorder("lines", Map.of());
        long self = Thread.currentThread().threadId();
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = process.getProcessCpuTime();
        LineProbe probe = LineProbes.open(recorder, thread -> thread.getJavaThreadId() == self ? 1 : 2);
        assumeTrue(probe instanceof LineProbeAsync, probe.gap());
        long used;
        try (probe) {
            long begin = process.getProcessCpuTime();
            compute();
            probe.collect(); // this thread's work too
            compute();
            used = process.getProcessCpuTime() - begin;
        }
        // some of what opening and closing takes is sampled too: more on a machine that is short of processors
        long atMost = process.getProcessCpuTime() - before;
        double all = LineCosts.of(recorder.snapshot(), Selection.ALL).cpuNanos();
        assertThat(all).as("accounted").isBetween(0.9 * used, 1.1 * atMost);
        LineCosts costs = LineCosts.of(recorder.snapshot(),
                new Selection(Long.MIN_VALUE + 1, Long.MAX_VALUE, java.util.Set.of(1)));
        // which thread the timer strikes is chance, by the share that it has of the process's time
        assertThat((double) costs.cpuNanos()).as("of this thread").isCloseTo(2.0 * NANOS, within(0.25 * 2 * NANOS));
        LineRow hottest = costs.rows().getFirst();
        assertThat(hottest.file()).isEqualTo("org/stridescope/probe/lines/LineProbeTest.java");
        assertThat(hottest.function()).isEqualTo("LineProbeTest.compute");
        assertThat(hottest.share()).isGreaterThan(0.2);
        Files.deleteIfExists(probe.flight().orElseThrow());
    }

    @Test
    void allocationsAreSampled() throws Exception {
        Recorder recorder = new Recorder("lines", Map.of());
        LineProbe probe = LineProbes.open(recorder, thread -> 1);
        assumeTrue(probe instanceof LineProbeAsync, probe.gap());
        AtomicInteger made = new AtomicInteger();
        try (probe) {
            for (int i = 0; i < 2000; i++)
                made.addAndGet(new byte[100_000].length);
        }
        assertThat((double) recorder.snapshot().stacks().weight(SampleKind.ALLOCATION)).isBetween(0.5 * made.get(),
                2.5 * made.get());
        Files.deleteIfExists(probe.flight().orElseThrow());
    }

    @Test
    void theJvmsOwnRecorderIsTheSecondChoice() throws Exception {
        Recorder recorder = new Recorder("lines", Map.of());
        var reader = new org.stridescope.probe.flight.FlightReader(recorder::add,
                new org.stridescope.probe.flight.StackBook(recorder::add), java.time.Instant.now(), 20_000_000,
                thread -> 1);
        LineProbe probe = LineProbeFlight.start(reader, "there is no other");
        assertThat(probe.gap()).startsWith("there is no other; ");
        try (probe) {
            compute();
        }
        assertThat(LineCosts.of(recorder.snapshot(), Selection.ALL).rows()).extracting(LineRow::function)
                .contains("LineProbeTest.compute");
        Files.deleteIfExists(probe.flight().orElseThrow());
    }
}
