package org.stridescope.kernel.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of one worker's files; in memory, where the system has such a place. */
record WorkerFolder(Path path) {
    private static final Path MEMORY = Path.of("/dev/shm");

    static WorkerFolder create() {
        try {
            boolean inMemory = Files.isDirectory(MEMORY) && Files.isWritable(MEMORY);
            Path path = inMemory
                    ? Files.createTempDirectory(MEMORY, "stridescope-")
                    : Files.createTempDirectory("stridescope-");
            return new WorkerFolder(path);
        } catch (IOException e) {
            throw new WorkerError("no folder for temporary files: " + e.getMessage(), e);
        }
    }

    Path data() {
        return path.resolve("data");
    }

    /** Where the virtual machine writes about its crash. */
    Path crash() {
        return path.resolve("crash.log");
    }

    /** Deletes the folder with all it holds. */
    void delete() {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> files = all.sorted(Comparator.reverseOrder()).toList();
            for (Path file : files)
                Files.deleteIfExists(file);
        } catch (IOException e) {
            path.toFile().deleteOnExit(); // mapped still, on Windows: it goes with the program
        }
    }
}
