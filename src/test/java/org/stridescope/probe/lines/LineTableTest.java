package org.stridescope.probe.lines;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class LineTableTest {
    private static final Path LIBRARIES = Path.of(System.getProperty("stridescope.native.dir", "target/native"));

    @TempDir
    private Path folder;

    private static Path library(String name) {
        Path library = LIBRARIES.resolve("libstridescope_" + name + ".so");
        assumeTrue(Files.exists(library), "no native library was built");
        return library;
    }

    /** What binutils makes of the same addresses; file name and line. */
    private static List<String> addr2line(Path library, List<LineTable.Row> rows) throws IOException {
        List<String> command = new ArrayList<>(List.of("addr2line", "-e", library.toString()));
        rows.forEach(row -> command.add(Long.toHexString(row.address())));
        List<String> places = new ArrayList<>();
        Process process = new ProcessBuilder(command).start();
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine())
                places.add(line.replaceFirst(" \\(discriminator.*", "").replaceFirst("^.*/", ""));
        }
        return places;
    }

    @ParameterizedTest
    @ValueSource(strings = {"distance_c", "distance_fortran"})
    void linesAreThoseThatBinutilsFinds(String name) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/addr2line")), "no addr2line to compare with");
        Path library = library(name);
        LineTable table = LineTable.of(library);
        List<LineTable.Row> sampled = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i += Math.max(1, table.rows().size() / 400)) {
            if (table.rows().get(i).line() > 0)
                sampled.add(table.rows().get(i));
        }
        assertThat(sampled).hasSizeGreaterThan(100);
        List<String> expected = addr2line(library, sampled);
        int same = 0;
        for (int i = 0; i < sampled.size(); i++) {
            LineTable.Row row = table.at(sampled.get(i).address()).orElseThrow();
            String place = row.file().substring(row.file().lastIndexOf('/') + 1) + ":" + row.line();
            if (place.equals(expected.get(i)))
                same++;
        }
        // where several lines begin at one address, either tool may take another one
        assertThat((double) same / sampled.size()).isGreaterThan(0.98);
    }

    @Test
    void sourcesAreNamedAsTheyArePacked() throws IOException {
        assertThat(LineTable.of(library("distance_c")).rows()).extracting(LineTable.Row::file)
                .contains("distance-c/tiles.c");
        assertThat(LineTable.of(library("distance_fortran")).rows())
                .extracting(row -> NativeSources.packed(row.file())).contains("distance-fortran/tiles.f90");
        assertThat(getClass().getResource("/sources/distance-fortran/tiles.f90")).isNotNull();
    }

    @Test
    void whatHasNoLinesSaysSo() throws IOException {
        Path text = Files.writeString(folder.resolve("no.so"), "not a library".repeat(10));
        assertThatThrownBy(() -> LineTable.of(text)).isInstanceOf(IOException.class)
                .hasMessageContaining("is no 64-bit ELF file");
    }

    @Test
    void damageIsAnErrorOrHarmless() throws IOException {
        byte[] whole = Files.readAllBytes(library("distance_fortran"));
        java.util.Random random = new java.util.Random(3);
        for (int round = 0; round < 60; round++) {
            byte[] bytes = whole.clone();
            for (int i = 0; i < 200; i++)
                bytes[random.nextInt(round % 2 == 0 ? 4096 : bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(folder.resolve("damaged" + round + ".so"), bytes);
            try {
                LineTable.of(file);
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("damaged" + round);
            }
        }
    }
}
