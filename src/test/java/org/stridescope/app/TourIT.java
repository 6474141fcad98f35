package org.stridescope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TourIT {
    @TempDir
    private Path folder;

    @Test
    void leavesAPictureOfEveryScreenAndAnIndex() throws IOException {
        Path to = folder.resolve("tour");
        Call call = Call.of("tour", "--out", to);
        assertThat(call.code()).as(call.out() + call.err()).isZero();
        String index = Files.readString(to.resolve("index.html"));
        assertThat(to).isDirectoryContaining("glob:**/distance-start.png")
                .isDirectoryContaining("glob:**/distance-replay.png");
        try (var files = Files.list(to)) {
            assertThat(files.filter(file -> file.toString().endsWith(".png"))).hasSizeGreaterThan(3)
                    .allSatisfy(file -> assertThat(index).contains("src=\"" + file.getFileName() + "\""));
        }
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");
        Call call = Call.of("tour", "--out", file);
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.sentence()).contains("taken", "name a folder");
    }
}
