package org.stridescope.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How far the resident set rises in a stretch of the program, exact by the kernel's own high-water mark, which is set back at
 * the start. Where the mark cannot be set back (another system, no permission) the rise is not known.
 */
final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR = Path.of("/proc/self/clear_refs");
    /** What the kernel takes as "set the high-water mark back to the resident set of now". */
    private static final String RESET_MARK = "5";

    private final long startBytes;

    private PeakMemory(long startBytes) {
        this.startBytes = startBytes;
    }

    /** Starts a stretch. */
    static PeakMemory start() {
        try {
            Files.writeString(CLEAR, RESET_MARK);
            return new PeakMemory(field("VmRSS:"));
        } catch (IOException e) {
            return new PeakMemory(-1);
        }
    }

    /** Bytes that the resident set rose by at most since the start; -1 where the system does not tell. */
    long riseBytes() {
        if (startBytes < 0)
            return -1;
        try {
            return Math.max(0, field("VmHWM:") - startBytes);
        } catch (IOException e) {
            return -1;
        }
    }

    private static long field(String name) throws IOException {
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith(name))
                return Long.parseLong(line.substring(name.length()).strip().split(" ")[0]) * 1024;
        }
        throw new IOException("no " + name + " in " + STATUS);
    }
}
