package org.stridescope.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.io.ArrayFiles;
import org.stridescope.kernel.Availability;
import org.stridescope.kernel.Metric;
import org.stridescope.lab.LabError.Field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExperimentCheckTest {
    private static final long GIB = 1L << 30;

    private final FakeKernel plain = new FakeKernel("plain");
    private final FakeKernel missing = new FakeKernel("missing");
    private final ExperimentCheck check = new ExperimentCheck(List.of(plain, missing), () -> 21 * GIB);

    @TempDir
    private Path folder;

    private static DistanceExperiment experiment(long n, long m, long k, int threads, @Nullable Path points,
            String... variants) {
        return new DistanceExperiment(Metric.CITYBLOCK, n, m, k, 1, points, List.of(variants), threads);
    }

    private void refused(DistanceExperiment experiment, Field field, String sentence) {
        assertThatThrownBy(() -> check.check(experiment)).isInstanceOfSatisfying(LabError.class,
                e -> assertThat(e.field()).isEqualTo(field)).hasMessage(sentence);
    }

    @Test
    void lengthsAndThreadsOutOfRange() {
        refused(experiment(0, 1, 1, 1, null, "plain"), Field.N, "n must be 1 or more, not 0");
        refused(experiment(1, -3, 1, 1, null, "plain"), Field.M, "m must be 1 or more, not -3");
        refused(experiment(1, 1, 0, 1, null, "plain"), Field.K, "k must be 1 or more, not 0");
        refused(experiment(1, 1, 1, 0, null, "plain"), Field.THREADS, "threads must be between 1 and 1024, not 0");
    }

    @Test
    void variantsThatCannotRun() {
        refused(experiment(1, 1, 1, 1, null), Field.VARIANTS,
                "no variant is chosen: choose at least one of plain, missing");
        refused(experiment(1, 1, 1, 1, null, "fast"), Field.VARIANTS,
                "there is no variant \"fast\": choose among plain, missing");
        refused(experiment(1, 1, 1, 1, null, "plain", "plain"), Field.VARIANTS,
                "plain is named twice: name each variant once");
        missing.availability = new Availability.Missing("no compiler was found", "install gcc");
        refused(experiment(1, 1, 1, 1, null, "missing"), Field.VARIANTS,
                "missing does not run here: no compiler was found: install gcc");
        refused(new DistanceExperiment(Metric.CHEBYSHEV, 1, 1, 1, 1, null, List.of("plain"), 1), Field.METRIC,
                "plain has no chebyshev");
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheBytesItNeedsAndTheBytesThereAre() {
        refused(experiment(1_000_000, 1_000_000, 50, 1, null, "plain"), Field.MEMORY,
                "1 000 000 x 1 000 000 with k = 50 needs 7.3 TiB, this machine has 21.0 GiB free: "
                        + "take at most n = m = 50 000");
        check.check(experiment(50_000, 50_000, 50, 1, null, "plain"));
        refused(experiment(Long.MAX_VALUE, Long.MAX_VALUE, 1, 1, null, "plain"), Field.MEMORY,
                "9 223 372 036 854 775 807 x 9 223 372 036 854 775 807 with k = 1 needs 590295810358705700000.0 EiB, "
                        + "this machine has 21.0 GiB free: take at most n = m = 50 000");
    }

    @Test
    void theHungriestVariantCounts() {
        assertThat(check.check(experiment(1000, 500, 3, 1, null, "plain")).preflight())
                .isEqualTo(new Preflight(1000, 500, 3, 4_000_000, 4_000_000 + 8 * 1500 * 3, 21 * GIB));
        plain.temporaryBytes = 30 * GIB;
        assertThatThrownBy(() -> check.check(experiment(1000, 500, 3, 1, null, "plain")))
                .hasMessageContaining("needs 30.0 GiB");
    }

    @Test
    void aFileOfPointsDecidesTheLengths() throws IOException {
        Path file = save(new double[][]{{1, 2, 3}, {4, 5, 6}});
        Preflight preflight = check.check(experiment(1, 1, 1, 1, file, "plain")).preflight();
        assertThat(preflight.n()).isEqualTo(2);
        assertThat(preflight.m()).isEqualTo(2);
        assertThat(preflight.k()).isEqualTo(3);

        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 8));
        assertThatThrownBy(() -> check.check(experiment(1, 1, 1, 1, file, "plain"))).isInstanceOf(LabError.class)
                .hasMessageStartingWith(file + ": ");
    }

    @Test
    void aFileThatHoldsNoPointsIsRefused() {
        Path flat = folder.resolve("flat.npy");
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            ArrayFiles.write(NDArray.of(memory, 1, 2, 3), flat);
        }
        refused(experiment(1, 1, 1, 1, flat, "plain"), Field.POINTS,
                flat + " holds an array of shape (3,); points must be 2-dimensional (points, features)");
        Path empty = save(new double[][]{});
        refused(experiment(1, 1, 1, 1, empty, "plain"), Field.POINTS,
                empty + " is empty, of shape (0, 0); give at least one point with one feature");
    }

    private Path save(double[][] rows) {
        Path file = folder.resolve("points" + rows.length + ".npy");
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            ArrayFiles.write(NDArray.of(memory, rows), file);
        }
        return file;
    }
}
