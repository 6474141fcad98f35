package org.stridescope.app;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CliTest {
    @Test
    void versionIsAResult() {
        Call call = Call.of("--version");
        assertThat(call.code()).isZero();
        assertThat(call.out()).startsWith("Stridescope ");
        assertThat(call.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "distance", "doctor"})
    void helpIsEverywhere(String command) {
        Call call = command.isEmpty() ? Call.of("--help") : Call.of(command, "--help");
        assertThat(call.code()).isZero();
        assertThat(call.out()).startsWith("Usage: stridescope" + (command.isEmpty() ? "" : " " + command));
        assertThat(call.err()).isEmpty();
    }

    @Test
    void aMisspeltCommandIsSuggested() {
        Call call = Call.of("dcotor");
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.sentence()).contains("dcotor", "did you mean doctor?");
    }

    @Test
    void aMisspeltOptionIsSuggested() {
        Call call = Call.of("distance", "--metrc", "cityblock");
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.sentence()).contains("--metrc", "did you mean --metric?", "stridescope distance --help");
    }

    @Test
    void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
        Call call = Call.of(folder.resolve("none.npy"));
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.sentence()).contains("none.npy", "no such file");
    }

    @Test
    void aFolderIsNoFile(@TempDir Path folder) {
        Call call = Call.of(folder);
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.sentence()).contains(folder.toString(), "is a folder");
    }

    @Test
    void stackTracesComeOnlyWhenAskedFor(@TempDir Path folder) {
        assertThat(Call.of(folder).err()).doesNotContain("\tat ");
        assertThat(Call.of("--debug", folder).err()).contains("\tat ");
    }
}
