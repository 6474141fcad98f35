package org.stridescope.lab;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.sun.management.OperatingSystemMXBean;
import org.junit.jupiter.api.Test;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.explain.lines.LineCosts;
import org.stridescope.explain.lines.Selection;
import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.DistanceKernel.RunControl;
import org.stridescope.kernel.DistanceProblem;
import org.stridescope.kernel.Metric;
import org.stridescope.kernel.TileListener;
import org.stridescope.kernel.Variants;
import org.stridescope.probe.Sampler;
import org.stridescope.trace.Recorder;
import org.stridescope.trace.Recording;
import org.stridescope.trace.ThreadTrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What is sampled over five seconds of a C kernel with OpenMP's threads, against what the kernel of the system has counted for
 * the process: CPU time of all threads to 2 %, samples of lines times their period to 10 %.
 */
class AgreementIT {
    private static final long NANOS = 5_000_000_000L;
    private static final int POINTS = 1500;
    private static final int THREADS = 2;

    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Recorder recorder = new Recorder("agreement", Map.of());

    @Test
    void sampledTimeIsTheSystems() throws IOException {
        DistanceKernel kernel = Variants.all().stream().filter(each -> each.name().equals("c")).findFirst()
                .orElseThrow();
        assumeTrue(kernel.availability().isAvailable(), "no C kernels here");
        long from;
        long to;
        long counted;
        Sampler sampler = Sampler.startWithLines(recorder, ArrayMemory::liveBytes);
        try (sampler) {
            from = recorder.now();
            long before = process.getProcessCpuTime();
            compute(kernel);
            sampler.sampleNow();
            counted = process.getProcessCpuTime() - before;
            to = recorder.now();
        }
        Path flight = sampler.flight().orElse(null);
        Recording recording = recorder.snapshot();
        double sampled = recording.threads().stream().mapToDouble(thread -> thread.cpuNanosBetween(from, to)).sum();
        assertThat(sampled).as("sampled CPU time").isCloseTo(counted, within(0.02 * counted));
        assertThat(recording.threads()).as("OpenMP's worker").filteredOn(ThreadTrace::isNative)
                .anyMatch(thread -> thread.name().startsWith("OpenMP") && thread.cpuNanos() > 0.1 * counted);
        if (flight != null) {
            double lines = LineCosts.of(recording, Selection.between(from, to)).cpuNanos();
            assertThat(lines).as("samples of lines times period").isCloseTo(counted, within(0.1 * counted));
            assertThat(LineCosts.of(recording, Selection.between(from, to)).rows()).as("lines of C")
                    .anyMatch(row -> row.file().endsWith(".c") && row.share() > 0.05);
            Files.deleteIfExists(flight);
        }
    }

    private static void compute(DistanceKernel kernel) {
        long start = System.nanoTime();
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            NDArray x = NDArray.zeros(memory, DType.FLOAT64, POINTS, 50);
            DistanceProblem problem = new DistanceProblem(Metric.CITYBLOCK, x, x);
            NDArray out = NDArray.zeros(memory, DType.FLOAT64, POINTS, POINTS);
            RunControl control = new RunControl(THREADS, TileListener.NONE, new Cancellation());
            while (System.nanoTime() - start < NANOS)
                assertThat(kernel.run(problem, out, control)).isEqualTo(DistanceKernel.Outcome.DONE);
        }
    }
}
