package org.stridescope.probe.tool;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A system's own programs that tell of a process and its threads. Starting one is dear, so one child goes on telling. */
public sealed interface SystemTool permits SystemToolMac, SystemToolWindows {
    /** A line that ends a reading. */
    String END = "--";

    /** The tool of this system; empty where none is needed (Linux) or known. */
    static Optional<SystemTool> here() {
        return of(System.getProperty("os.name"));
    }

    /** The tool of a system by the name that Java has for it. */
    static Optional<SystemTool> of(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac"))
            return Optional.of(new SystemToolMac());
        if (name.startsWith("windows"))
            return Optional.of(new SystemToolWindows());
        return Optional.empty();
    }

    /** Starts a child that tells of a process once a second until it is ended, each reading followed by {@link #END}. */
    List<String> command(long process);

    /** A reading of what it wrote; empty where that is not understood: lines that are not understood alone are left out. */
    Optional<ToolReading> read(List<String> lines);

    /** What cannot be seen of a process on this system, whatever is done, and why. */
    String gap();
}
