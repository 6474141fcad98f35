package org.stridescope;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for the text of every source file. */
class SourcesTest {
    private static final int LONGEST = 400;
    private static final String KINDS = ".*\\.(java|c|h|f90|g4|css|sh|py)";

    @Test
    void noFileIsLongerThanOneCanRead() throws IOException {
        assertThat(sources("src", "native", "installers", "assets")).filteredOn(file -> lines(file).size() > LONGEST)
                .as("files above %d lines: split them by what they are about", LONGEST).isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() throws IOException {
        List<Path> packages = sources("src/main/java").stream().filter(file -> file.toString().endsWith(".java"))
                .map(Path::getParent).distinct().toList();
        assertThat(packages).isNotEmpty().allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                .as("says what the package is for, and @NullMarked").content().contains("@NullMarked"));
    }

    private static List<Path> sources(String... roots) throws IOException {
        List<Path> found = new java.util.ArrayList<>();
        for (String root : roots) {
            if (!Files.isDirectory(Path.of(root)))
                continue;
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                found.addAll(files.filter(file -> file.toString().matches(KINDS)).toList());
            }
        }
        return found;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
