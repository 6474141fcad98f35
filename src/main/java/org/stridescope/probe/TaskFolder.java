package org.stridescope.probe;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.stridescope.ffi.LinkCount;
import org.stridescope.ffi.ProcFile;

/** /proc/self/task: one folder a thread, named by its number in the kernel. */
final class TaskFolder {
    private final File tasks = new File("/proc/self/task");
    private final LinkCount links = new LinkCount(tasks.toPath());
    private final ProcFile.Room room = new ProcFile.Room();

    /** The folder's count of links, which is that of threads and a constant: cheaper to ask for than the list. */
    int links() {
        return links.read();
    }

    int[] list() {
        String[] names = tasks.list();
        int[] tids = new int[names == null ? 0 : names.length];
        for (int i = 0; i < tids.length; i++)
            tids[i] = Integer.parseInt(names[i]);
        return tids;
    }

    /** The name of at most 15 characters that the kernel keeps; empty where the thread is gone. */
    String comm(int tid) {
        try (ProcFile comm = ProcFile.open("/proc/self/task/" + tid + "/comm", room).orElse(null)) {
            return comm == null || !comm.read() ? "" : comm.text().strip();
        }
    }

    /** Whether a library whose file name starts so is loaded. */
    boolean hasLibrary(String prefix) {
        try (var lines = Files.lines(Path.of("/proc/self/maps"))) {
            return lines.anyMatch(line -> line.startsWith(prefix, line.lastIndexOf('/') + 1));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** The number of the process, which is that of its first thread, the launcher. */
    int firstTid() {
        return Math.toIntExact(ProcessHandle.current().pid());
    }
}
