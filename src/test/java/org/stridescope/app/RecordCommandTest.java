package org.stridescope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

class RecordCommandTest {
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("race.ssrec");
    }

    private Call record(String... settings) {
        Object[] call = {"record", "distance", "-o", file, "--set", "n=200", "--set", "k=8", "--set", "threads=2"};
        Object[] all = Arrays.copyOf(call, call.length + 2 * settings.length);
        for (int i = 0; i < settings.length; i++) {
            all[call.length + 2 * i] = "--set";
            all[call.length + 2 * i + 1] = settings[i];
        }
        return Call.of(all);
    }

    @Test
    void infoTellsWhatWasRecorded() {
        Call call = record("variants=loops,vector");
        assertThat(call).isEqualTo(new Call(0, call.out(), ""));
        assertThat(call.out()).contains("loops: ", "vector: ", "recorded in " + file);
        JsonNode info = Call.of("info", file, "--json").json();
        assertThat(info.get("experiment").asString()).isEqualTo("distance");
        assertThat(info.get("duration_s").asDouble()).isPositive();
        assertThat(info.get("threads").valueStream()).isNotEmpty()
                .allSatisfy(thread -> assertThat(thread.propertyNames()).contains("name", "native", "cpu_s", "samples"));
        assertThat(info.at("/memory/samples").asInt()).isPositive();
        assertThat(info.at("/memory/peak_rss_bytes").asLong()).isGreaterThan(info.at("/memory/peak_heap_bytes").asLong());
        assertThat(info.get("memory").propertyNames()).contains("peak_offheap_bytes");
        assertThat(info.get("tasks").propertyNames()).contains("count", "workers", "critical_path_s", "makespan_s",
                "busy_fraction");
        assertThat(info.at("/tasks/count").asInt()).isPositive();
        assertThat(info.get("lines").isArray()).isTrue();
        assertThat(info.get("dropped").asLong()).isZero();
    }

    @Test
    void infoHasLinesToo() {
        record("variants=loops");
        Call call = Call.of("info", file);
        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("distance, ", "metric = cityblock", "loops", "peak memory");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"n=0 | n must be 1 or more", "n=many | whole number", "variants=tick | did you mean trick?",
            "metric=cosine | there is no metric 'cosine'", "tiles=3 | distance has no setting 'tiles'", "n=1000000 | this machine has",
            "points=none.npy | none.npy", "threads=0 | threads must be"})
    void aWrongSettingIsSaidAndNothingIsWritten(String setting, String said) {
        Call call = record(setting);
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.sentence()).contains(said);
        assertThat(file).doesNotExist();
    }

    @Test
    void theFolderOfTheRecordingMustBeThere() {
        file = folder.resolve("none/race.ssrec");
        assertThat(record().code()).isEqualTo(2);
        assertThat(record().sentence()).contains("none", "does not exist");
    }

    @Test
    void experimentsAreListed() {
        assertThat(Call.of("record", "--list").out().lines()).anyMatch(line -> line.startsWith("distance "));
        assertThat(Call.of("record", "distnace").sentence()).contains("there is no experiment 'distnace'");
        assertThat(Call.of("record").code()).isEqualTo(2);
    }

    @Test
    void infoRefusesWhatIsNoRecording() throws IOException {
        Path other = Files.writeString(folder.resolve("notes.txt"), "no recording");
        assertThat(Call.of("info", other).code()).isEqualTo(2);
        assertThat(Call.of("info", other).sentence()).contains("notes.txt", "no Stridescope recording");
        assertThat(Call.of("info", folder.resolve("none.ssrec")).code()).isEqualTo(2);
    }
}
