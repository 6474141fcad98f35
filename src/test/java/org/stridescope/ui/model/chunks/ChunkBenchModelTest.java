package org.stridescope.ui.model.chunks;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.stridescope.chunked.Rechunk;
import org.stridescope.lab.graph.ChunkStudy;
import org.stridescope.lab.graph.GraphRunner;
import org.stridescope.lab.weather.WeatherFiles;
import org.stridescope.lab.weather.WeatherLesson;
import org.stridescope.schedule.process.ProcessLaunch;

import static org.assertj.core.api.Assertions.assertThat;

class ChunkBenchModelTest {
    private final ChunkBenchModel model = new ChunkBenchModel(
            new GraphRunner(ProcessLaunch.java("org.stridescope.app.TaskWorkerMain")), Runnable::run, Runnable::run, 2,
            8L << 30);

    private ChunkStudy study() {
        return Objects.requireNonNull(model.study().get());
    }

    private void cut(String shape, String chunks, String again) {
        model.shape().set(shape);
        model.chunks().set(chunks);
        model.recut().set(again);
    }

    @Test
    void automaticBlocksAreOfAHundredMebibytesOrSo() {
        assertThat(study().before().largest()).containsExactly(4096, 4096);
        assertThat(study().predictedBytes()).as("a block a worker").isEqualTo(2 * 8L * 4096 * 4096);
        assertThat(String.join(" ", study().advice().sentences())).contains("A good size");
    }

    @Test
    void aBlockOfTheNewCutShowsWhatItIsMadeOf() {
        cut("(6, 4)", "2, 4", "3, -1");
        model.pick(1, 0);
        assertThat(model.sources()).extracting(part -> part.block()[0]).containsExactly(1, 2);
        Rechunk.Part first = model.sources().getFirst();
        assertThat(first.from()).containsExactly(1, 0);
        assertThat(first.shape()).containsExactly(1, 4);
        assertThat(model.pickedWords()).startsWith("Block (1, 0) is put together from parts of 2 old blocks");
        model.recut().set("1, 4");
        assertThat(model.sources()).as("another cut, nothing picked").isEmpty();
        model.pick(3, 0);
        assertThat(model.pickedWords()).contains("it is a view");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            6, 4    | 2       | as many lengths
            6, 4    | 0, 2    | length 0
            6, four | auto    | whole numbers
            2, 3, 4 | auto    | one or two lengths
            9999999, 9999999 | 3, 3 | larger ones
            """)
    void whatDoesNotFitIsOneSentence(String shape, String chunks, String says) {
        cut(shape, chunks, "auto");
        assertThat(model.message().get()).contains(says).doesNotContain("\n");
        cut("6, 4", "2, 2", "auto");
        assertThat(model.message().get()).isEmpty();
    }

    @Test
    void theMeanIsMeasured() {
        cut("300, 300", "100, 100", "auto");
        model.measure();
        assertThat(model.message().get()).isEmpty();
        assertThat(model.measured().get()).startsWith("Measured: mean 0.5")
                .contains("blocks took ", "the process grew by");
        assertThat(model.running().get()).isFalse();
    }

    @Test
    void theWeatherBecomesTwoMaps() {
        model.computeWeather(new WeatherFiles(45, 90, 3, false, 1));
        WeatherLesson lesson = Objects.requireNonNull(model.weather().get());
        assertThat(lesson.mean().width()).isEqualTo(90);
        assertThat(lesson.mean().low()).isBetween(150.0, 300.0);
        assertThat(lesson.anomaly().low()).isEqualTo(-lesson.anomaly().high());
    }
}
