package org.stridescope.app.doctor;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.stridescope.probe.tool.SystemTool;

/** What the system lets a program see of itself. */
final class PermissionChecks {
    private static final String GROUP = "permissions";
    private static final int HIGHEST_PARANOIA = 2;

    private PermissionChecks() {}

    static List<Finding> run() {
        if (!Files.isDirectory(Path.of("/proc/self/task"))) {
            return List.of(
                    Finding.missing(GROUP, "threads", SystemTool.here().map(SystemTool::gap)
                            .orElse("this system has no /proc/self/task: threads that Java did not start are seen all"
                                    + " together, and no memory but Java's"),
                            "record on Linux to see the threads of C kernels one by one"));
        }
        return List.of(Finding.found(GROUP, "threads", "/proc/self/task can be read"), clearRefs(), perfEvents());
    }

    private static Finding clearRefs() {
        try (FileOutputStream file = new FileOutputStream("/proc/self/clear_refs")) {
            file.flush(); // opening it is the question
            return Finding.found(GROUP, "peak-memory", "/proc/self/clear_refs can be written: exact peak of each run");
        } catch (IOException e) {
            return Finding.missing(GROUP, "peak-memory",
                    "/proc/self/clear_refs cannot be written: the peak of a run is the "
                            + "highest sample",
                    "run outside a sandbox that mounts /proc read-only");
        }
    }

    private static Finding perfEvents() {
        try {
            int level = Integer.parseInt(Files.readString(Path.of("/proc/sys/kernel/perf_event_paranoid")).strip());
            if (level <= HIGHEST_PARANOIA)
                return Finding.found(GROUP, "perf-events", "perf_event_paranoid is " + level);
            return Finding.missing(GROUP, "perf-events", "perf_event_paranoid is " + level,
                    "sysctl kernel.perf_event_paranoid=" + HIGHEST_PARANOIA);
        } catch (IOException | NumberFormatException e) {
            return Finding.missing(GROUP, "perf-events", "this kernel offers no perf events", "");
        }
    }
}
