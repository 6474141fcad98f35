package org.stridescope.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.stridescope.array.ArrayMemory;
import org.stridescope.kernel.Metric;
import org.stridescope.trace.RecordingFile;

import static org.assertj.core.api.Assertions.assertThat;

class RecordingSummaryTest {
    @TempDir
    private Path folder;

    @Test
    void aRaceWrittenAsItRunsIsReadBackAndToldInFigures() {
        Path file = folder.resolve("race.ssrec");
        RaceResult result;
        try (LocalRaceRunner runner = new LocalRaceRunner(List.of(new FakeKernel("plain")), ArrayMemory.PLAIN)) {
            var experiment = new DistanceExperiment(Metric.CITYBLOCK, 50, 40, 3, 1, null, List.of("plain"), 1);
            result = runner.start(experiment, file).result().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS)
                    .join();
        }
        RecordingFile.Opened opened = RecordingFile.open(file);
        assertThat(opened.note()).isEmpty();
        assertThat(opened.recording()).isEqualTo(result.recording());

        JsonNode json = new JsonMapper().valueToTree(RecordingSummary.of(opened.recording()).json());
        assertThat(json.propertyNames()).contains("experiment", "duration_s", "threads", "memory", "tasks", "lines",
                "dropped");
        assertThat(json.get("duration_s").asDouble()).isPositive();
        for (String key : List.of("peak_heap_bytes", "peak_rss_bytes", "samples")) {
            assertThat(json.get("memory").get(key).asLong()).as(key).isPositive();
        }
        assertThat(json.get("threads")).anySatisfy(thread -> {
            assertThat(thread.get("name").asString()).isEqualTo("stridescope-race");
            assertThat(thread.get("native").asBoolean()).isFalse();
            assertThat(thread.get("cpu_s").asDouble()).isPositive();
        });
        assertThat(RecordingSummary.of(opened.recording()).runs()).singleElement().satisfies(run -> {
            assertThat(run.outcome()).isEqualTo("done");
            assertThat(run.tilesDone()).isEqualTo(50);
        });
    }
}
