package org.stridescope.lab.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The most memory that processes have held, by the kernel's own mark. */
final class ResidentPeak {
    private ResidentPeak() {}

    /** Sets this process's mark back to what it holds now, where it may. */
    static void reset() {
        try {
            Files.writeString(Path.of("/proc/self/clear_refs"), "5");
        } catch (IOException e) {
            return; // the mark then is of the process's whole life
        }
    }

    /** Of this process and these, added up; -1 where the system does not tell. */
    static long bytes(List<Long> workers) {
        long total = of("self");
        for (long pid : workers)
            total += total < 0 || pid < 0 ? 0 : Math.max(0, of(Long.toString(pid)));
        return total;
    }

    /** What this process holds now; -1 where the system does not tell. */
    static long now() {
        return of("self", "VmRSS:");
    }

    private static long of(String process) {
        return of(process, "VmHWM:");
    }

    private static long of(String process, String line) {
        try {
            for (String each : Files.readAllLines(Path.of("/proc", process, "status"))) {
                if (each.startsWith(line))
                    return Long.parseLong(each.substring(line.length()).strip().split(" ")[0]) * 1024;
            }
        } catch (IOException e) {
            return -1;
        }
        return -1;
    }
}
