package org.stridescope.lab;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.management.OperatingSystemMXBean;

/**
 * Bytes that this process may still take: what the kernel says is available, or less where a control group (a container)
 * allows less. Pages of files that were only read count as free, as the kernel gives them back.
 */
public final class MachineMemory {
    private final Path root;

    public MachineMemory() {
        this(Path.of("/"));
    }

    /** Reads the files of another root, for tests. */
    MachineMemory(Path root) {
        this.root = root;
    }

    public long availableBytes() {
        long available = meminfo();
        if (available < 0) {
            return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getFreeMemorySize();
        }
        for (String line : read("proc/self/cgroup").split("\n")) {
            String[] fields = line.split(":", 3);
            if (fields.length < 3)
                continue;
            if (fields[1].isEmpty())
                available = Math.min(available, least("sys/fs/cgroup", fields[2], true));
            if (fields[1].equals("memory")) {
                available = Math.min(available, least("sys/fs/cgroup/memory", fields[2], false));
            }
        }
        return available;
    }

    /** Least room in a group and all the groups around it; inside a container, its own group is mounted as the first. */
    private long least(String mount, String group, boolean unified) {
        long room = Long.MAX_VALUE;
        Path top = root.resolve(mount);
        Path at = top.resolve(group.substring(1)).normalize();
        for (; at != null && at.startsWith(top); at = at.getParent()) {
            room = Math.min(room, unified
                    ? room(at, "memory.max", "memory.current", "inactive_file")
                    : room(at, "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"));
        }
        return room;
    }

    private long room(Path group, String limitFile, String usageFile, String reclaimable) {
        long limit = number(group.resolve(limitFile));
        long usage = number(group.resolve(usageFile));
        if (limit < 0 || usage < 0)
            return Long.MAX_VALUE;
        long files = Math.max(0, field(read(group.resolve("memory.stat")), reclaimable + " "));
        return Math.max(0, limit - Math.max(0, usage - files));
    }

    private long meminfo() {
        long kibibytes = field(read("proc/meminfo"), "MemAvailable:");
        return kibibytes < 0 ? -1 : kibibytes * 1024;
    }

    /** The number after a name at the start of a line; -1 where there is none. */
    private static long field(String text, String name) {
        for (String line : text.split("\n")) {
            if (line.startsWith(name))
                return Long.parseLong(line.substring(name.length()).strip().split(" ")[0]);
        }
        return -1;
    }

    private long number(Path file) {
        String text = read(file).strip();
        return text.isEmpty() || text.equals("max") ? -1 : Long.parseLong(text);
    }

    private String read(String file) {
        return read(root.resolve(file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return ""; // another system, or a group without this limit
        }
    }
}
