package org.stridescope.lab.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.chunked.Computation;
import org.stridescope.io.ArrayFiles;
import org.stridescope.io.hdf5.Hdf5File;
import org.stridescope.lab.weather.WeatherArrays;
import org.stridescope.lab.weather.WeatherFiles;
import org.stridescope.schedule.RunOptions;
import org.stridescope.schedule.ThreadsExecutor;
import org.stridescope.schedule.process.ProcessLaunch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The presets of chunked arrays at small sizes, and the weather against h5py's and NumPy's mean. */
class ChunkedPresetsTest {
    private static GraphOutcome run(String name, String scheduler, String... settings) {
        GraphPreset preset = new GraphPresets(ChunkedPresets.all()).named(name);
        return new GraphRunner(ProcessLaunch.java("org.stridescope.app.TaskWorkerMain"))
                .run(preset.build(PresetSettings.of(preset, List.of(settings), scheduler.equals("processes"))),
                        scheduler, 2,
                        RunOptions.DEFAULT)
                .outcome();
    }

    @Test
    void theMeanOfRandomNumbersIsTheSameForAnySchedulerAndCloseToAHalf() {
        NDArray threads = (NDArray) java.util.Objects.requireNonNull(
                run("mean-of-random", "threads", "n=300", "chunk=70", "seed=3").answer());
        NDArray one = (NDArray) java.util.Objects.requireNonNull(
                run("mean-of-random", "synchronous", "n=300", "chunk=70", "seed=3").answer());
        assertThat(threads.getDouble()).isEqualTo(one.getDouble()).isCloseTo(0.5, within(0.01));
    }

    @Test
    void aProductOfRandomNumbers() {
        NDArray small = (NDArray) java.util.Objects.requireNonNull(
                run("matmul", "threads", "n=60", "chunk=60").answer());
        assertThat(small.shape()).containsExactly(60, 60);
        assertThat(small.getDouble(30, 30)).isCloseTo(15, within(8.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"contiguous", "gzip"})
    void weatherWritesItsFilesAndItsMaps(String storage, @TempDir Path folder) throws IOException {
        GraphOutcome outcome = run("weather", "threads", "rows=90", "columns=180", "days=5", "storage=" + storage,
                "folder=" + folder, "maps=" + folder.resolve("maps"));
        NDArray mean = (NDArray) java.util.Objects.requireNonNull(outcome.answer());
        assertThat(mean.dtype()).isEqualTo(DType.FLOAT32);
        double total = 0;
        for (int day = 1; day <= 5; day++) {
            try (Hdf5File file = Hdf5File.open(folder.resolve("2014-01-0" + day + ".hdf5"))) {
                total += file.dataset("/t2m").readAll(ArrayMemory.collected()).getDouble(30, 77);
            }
        }
        assertThat(mean.getDouble(30, 77)).isCloseTo(total / 5, within(1e-3)).isBetween(220.0, 320.0);
        assertThat(Files.readString(folder.resolve("maps/mean.svg"))).contains("data:image/png;base64,", "(K)");
        assertThat(javax.imageio.ImageIO.read(folder.resolve("maps/first-day-less-mean.png").toFile()).getWidth())
                .isEqualTo(180 + 48);
    }

    @Test
    void theMeanOfRealFilesIsNumPys() {
        Path files = Path.of("src/test/resources/weather");
        WeatherArrays arrays = WeatherArrays.open(new WeatherFiles(90, 180, 5, false, 0).paths(files), 30_000);
        try (ThreadsExecutor executor = ThreadsExecutor.of(2)) {
            NDArray mean = Computation.compute(List.of(arrays.mean()), executor, RunOptions.DEFAULT,
                    ArrayMemory.collected()).arrays().getFirst();
            NDArray golden = ArrayFiles.read(files.resolve("mean.npy"), ArrayMemory.collected());
            for (long i = 0; i < 90; i++)
                for (long j = 0; j < 180; j++)
                    assertThat(mean.getDouble(i, j)).isCloseTo(golden.getDouble(i, j), within(3e-5));
        }
    }

    @Test
    void processesGiveWhatThreadsGive() {
        NDArray apart = (NDArray) Objects.requireNonNull(run("matmul", "processes", "n=60", "chunk=25").answer());
        NDArray together = (NDArray) Objects.requireNonNull(run("matmul", "threads", "n=60", "chunk=25").answer());
        for (long i = 0; i < 60; i++)
            for (long j = 0; j < 60; j++)
                assertThat(apart.getDouble(i, j)).isEqualTo(together.getDouble(i, j));
    }
}
