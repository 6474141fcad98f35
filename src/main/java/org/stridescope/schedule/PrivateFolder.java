package org.stridescope.schedule;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.stridescope.schedule.ScheduleError.Reason;

/**
 * A folder that only this process and its workers use, with the process's number in its name. It goes when it is closed; one
 * that a killed process left behind goes when the next one is made.
 */
public final class PrivateFolder implements AutoCloseable {
    private static final String PREFIX = "stridescope-";

    private final Path path;

    private PrivateFolder(Path path) {
        this.path = path;
    }

    /** Where temporary files go. */
    public static PrivateFolder onDisk() {
        return in(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Where files are memory, if this system has such a place; else on disk. */
    public static PrivateFolder inMemory() {
        Path memory = Path.of("/dev/shm");
        return Files.isDirectory(memory) && Files.isWritable(memory) ? in(memory) : onDisk();
    }

    static PrivateFolder in(Path parent) {
        sweep(parent);
        try {
            String prefix = PREFIX + ProcessHandle.current().pid() + "-";
            boolean posix = parent.getFileSystem().supportedFileAttributeViews().contains("posix");
            Path path = posix
                    ? Files.createTempDirectory(parent, prefix,
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                    : Files.createTempDirectory(parent, prefix);
            return new PrivateFolder(path);
        } catch (IOException e) {
            throw new ScheduleError(Reason.WORKERS, null,
                    "no temporary folder can be made in " + parent + ": " + e.getMessage(), e);
        }
    }

    public Path path() {
        return path;
    }

    /** Deletes what processes that are no more have left in this place. */
    static void sweep(Path parent) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, PREFIX + "*-*")) {
            for (Path folder : left) {
                if (isOrphan(folder))
                    delete(folder);
            }
        } catch (IOException e) {
            return; // somebody else's, or gone: theirs to clean
        }
    }

    private static boolean isOrphan(Path folder) {
        String name = folder.getFileName().toString().substring(PREFIX.length());
        try {
            long pid = Long.parseLong(name.substring(0, name.indexOf('-')));
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    @Override
    public void close() {
        delete(path);
    }

    /** Deletes a folder and what is in it; what resists stays for the next sweep. */
    public static void delete(Path folder) {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(folder)) {
            paths = all.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            return;
        }
        for (Path path : paths) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                return;
            }
        }
    }
}
