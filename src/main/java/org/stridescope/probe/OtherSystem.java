package org.stridescope.probe;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.stridescope.probe.tool.SystemTool;
import org.stridescope.probe.tool.ToolReading;
import org.stridescope.probe.tool.ToolStream;

/** What a system without /proc tells of this process by a program of its own; nothing on Linux, where none is needed. */
final class OtherSystem implements AutoCloseable {
    private final @Nullable SystemTool tool;
    private final @Nullable ToolStream stream;

    private OtherSystem(@Nullable SystemTool tool) {
        this.tool = tool;
        this.stream = tool == null ? null : ToolStream.start(tool, ProcessHandle.current().pid());
    }

    static OtherSystem here() {
        return new OtherSystem(SystemTool.here().orElse(null));
    }

    boolean hasTool() {
        return tool != null;
    }

    Optional<ToolReading> reading() {
        return stream == null ? Optional.empty() : stream.latest();
    }

    /** What cannot be seen here, and why. */
    String gap() {
        if (tool == null || stream == null)
            return "threads that Java did not start are seen all together on " + System.getProperty("os.name")
                    + ", and no memory but Java's: record on Linux to see them";
        return stream.gap().isEmpty() ? tool.gap() : tool.gap() + "; " + stream.gap();
    }

    @Override
    public void close() {
        if (stream != null)
            stream.close();
    }
}
