package org.stridescope.lab.ladder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The caches of the first processor, as Linux tells them in {@code /sys}.
 *
 * @param levels from the smallest; empty where the system does not tell
 */
public record CacheSizes(List<Level> levels) {
    private static final Path LINUX = Path.of("/sys/devices/system/cpu/cpu0/cache");

    /** A cache that holds data: its name (L1, L2, L3) and bytes. */
    public record Level(String name, long bytes) {}

    public static CacheSizes ofThisMachine() {
        return read(LINUX);
    }

    /** As {@link #ofThisMachine}, from a folder with {@code index*} folders in it. */
    static CacheSizes read(Path folder) {
        List<Level> levels = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path index : entries.filter(entry -> entry.getFileName().toString().startsWith("index")).toList()) {
                if (!text(index.resolve("type")).equals("Instruction"))
                    levels.add(new Level("L" + text(index.resolve("level")), bytes(text(index.resolve("size")))));
            }
        } catch (IOException | NumberFormatException _) {
            return new CacheSizes(List.of()); // another system, or one that keeps them to itself
        }
        levels.sort(Comparator.comparingLong(Level::bytes));
        return new CacheSizes(List.copyOf(levels));
    }

    public boolean isKnown() {
        return !levels.isEmpty();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file).strip();
    }

    /** 32K, 1024K, 16M. */
    private static long bytes(String size) {
        long unit = switch (size.charAt(size.length() - 1)) {
            case 'K' -> 1L << 10;
            case 'M' -> 1L << 20;
            case 'G' -> 1L << 30;
            default -> 1;
        };
        return unit * Long.parseLong(unit == 1 ? size : size.substring(0, size.length() - 1));
    }
}
