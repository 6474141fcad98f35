package org.stridescope.lab.ladder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.stridescope.lab.ladder.CacheSizes.Level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class WorkingSetTest {
    @Test
    void readsTheCachesThatHoldData(@TempDir Path folder) throws IOException {
        cache(folder, 0, "Data", "1", "32K");
        cache(folder, 1, "Instruction", "1", "64K");
        cache(folder, 3, "Unified", "3", "16M");
        cache(folder, 2, "Unified", "2", "512K");
        assertThat(CacheSizes.read(folder).levels()).containsExactly(new Level("L1", 32 << 10),
                new Level("L2", 512 << 10), new Level("L3", 16 << 20));
    }

    private static void cache(Path folder, int index, String type, String level, String size) throws IOException {
        Path entry = Files.createDirectory(folder.resolve("index" + index));
        Files.writeString(entry.resolve("type"), type + "\n");
        Files.writeString(entry.resolve("level"), level + "\n");
        Files.writeString(entry.resolve("size"), size + "\n");
    }

    @Test
    void aSystemThatDoesNotTellHasUnknownCaches(@TempDir Path folder) {
        assertThat(CacheSizes.read(folder.resolve("nothing")).isKnown()).isFalse();
    }

    @Test
    void aVariantLeavesACacheWhereItsBytesOutgrowIt() {
        CacheSizes caches = new CacheSizes(List.of(new Level("L1", 1000), new Level("L2", 40_000), new Level("L3", 1L << 40)));
        var places = WorkingSet.leaving(caches, n -> n * n, 10, 1000);
        assertThat(places).extracting(place -> place.cache().name()).containsExactly("L1", "L2");
        assertThat(places.get(0).at()).isCloseTo(Math.sqrt(1000), within(1e-6));
        assertThat(places.get(1).at()).isCloseTo(200, within(1e-6));
        assertThat(WorkingSet.leaving(caches, n -> n * n, 300, 1000)).as("left before the first place").isEmpty();
    }
}
