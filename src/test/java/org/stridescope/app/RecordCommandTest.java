package org.stridescope.app;

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
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class RecordCommandTest {
    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("race.ssrec");
    }

    private Call record(String... settings) {
        Object[] call = {"record", "distance", "-o", file};
        Object[] all = Arrays.copyOf(call, call.length + 2 * settings.length);
        for (int i = 0; i < settings.length; i++) {
            all[call.length + 2 * i] = "--set";
            all[call.length + 2 * i + 1] = settings[i];
        }
        return Call.of(all);
    }

    @Test
    void infoTellsWhatWasRecorded() {
        Call call = record("variants=loops,vector", "n=200", "k=8", "threads=2");
        assertThat(call).isEqualTo(new Call(0, call.out(), ""));
        assertThat(call.out()).contains("loops: ", "vector: ", "recorded in " + file);
        JsonNode info = Call.of("info", file, "--json").json();
        assertThat(info.get("experiment").asString()).isEqualTo("distance");
        assertThat(info.get("duration_s").asDouble()).isPositive();
        assertThat(info.get("threads").valueStream()).isNotEmpty()
                .allSatisfy(
                        thread -> assertThat(thread.propertyNames()).contains("name", "native", "cpu_s", "samples"));
        assertThat(info.at("/memory/samples").asInt()).isPositive();
        assertThat(info.at("/memory/peak_rss_bytes").asLong())
                .isGreaterThan(info.at("/memory/peak_heap_bytes").asLong());
        assertThat(info.get("memory").propertyNames()).contains("peak_offheap_bytes");
        assertThat(info.get("tasks").propertyNames()).contains("count", "workers", "critical_path_s", "makespan_s",
                "busy_fraction");
        assertThat(info.get("lines").isArray()).isTrue();
        assertThat(info.get("dropped").asLong()).isZero();
    }

    @Test
    void infoHasLinesToo() {
        record("variants=loops", "n=100", "k=3");
        Call call = Call.of("info", file);
        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("distance, ", "metric = cityblock", "loops", "peak memory");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"n=0 | --set n=0", "n=many | whole number",
            "variants=tick | tick",
            "metric=cosine | choose among cityblock", "tiles=3 | there is no setting",
            "n=1000000 | this machine has",
            "points=none.npy | none.npy", "threads=0 | threads=0"})
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
    void exportsWhatOtherProgramsRead() throws IOException {
        record("variants=loops", "n=100", "k=3");
        Path trace = folder.resolve("race.json");
        assertThat(Call.of("export", file, "--trace", "-o", trace).code()).isZero();
        JsonNode events = JsonMapper.shared().readTree(Files.readString(trace)).get("traceEvents");
        assertThat(events.valueStream())
                .anySatisfy(event -> assertThat(event.get("name").asString()).isEqualTo("loops"));
        Path table = folder.resolve("race.csv");
        assertThat(Call.of("export", file, "--csv", "-o", table).code()).isZero();
        assertThat(table).content().startsWith("time_s,series,thread,name,value");
        assertThat(Call.of("export", file, "-o", table).code()).isEqualTo(2);
        assertThat(Call.of("export", file, "--csv", "--trace", "-o", table).sentence()).contains("--trace", "--csv");
        assertThat(Call.of("export", file, "--csv", "-o", folder.resolve("none/a.csv")).sentence())
                .contains("does not exist");
        assertThat(Call.of("export", table, "--csv", "-o", trace).sentence()).contains("no Stridescope recording");
    }

    @Test
    void experimentsAreListed() {
        assertThat(Call.of("record", "--list").out().lines()).anyMatch(line -> line.startsWith("distance "));
        assertThat(Call.of("record", "distnace").sentence()).contains("there is no experiment", "distnace");
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
