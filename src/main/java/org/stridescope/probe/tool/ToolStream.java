package org.stridescope.probe.tool;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** A child process that writes readings one after another; the last whole one is at hand for whoever asks. */
public final class ToolStream implements AutoCloseable {
    /** More lines than any reading has: a child that never ends one is not understood. */
    private static final int MOST_LINES = 100_000;

    private final Function<List<String>, Optional<ToolReading>> reader;
    private final @Nullable Process child;
    private volatile @Nullable ToolReading latest;
    private volatile String gap = "";

    private ToolStream(List<String> command, Function<List<String>, Optional<ToolReading>> reader) {
        this.reader = reader;
        Process started = null;
        try {
            started = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            started.getOutputStream().close();
            Process reads = started;
            Thread.ofPlatform().name("stridescope-tool").daemon(true).start(() -> follow(reads));
        } catch (IOException e) {
            gap = command.getFirst() + " does not start: " + e.getMessage();
        }
        child = started;
    }

    /** Starts the tool on a process. */
    public static ToolStream start(SystemTool tool, long process) {
        return new ToolStream(tool.command(process), tool::read);
    }

    static ToolStream start(List<String> command, Function<List<String>, Optional<ToolReading>> reader) {
        return new ToolStream(command, reader);
    }

    /** The last reading; empty before the first one. */
    public Optional<ToolReading> latest() {
        return Optional.ofNullable(latest);
    }

    /** Why there are no readings; empty where there are, or will be. */
    public String gap() {
        return gap;
    }

    private void follow(Process from) {
        List<String> lines = new ArrayList<>();
        try (BufferedReader in = from.inputReader()) {
            for (String line = in.readLine(); line != null && lines.size() < MOST_LINES; line = in.readLine()) {
                if (!line.strip().equals(SystemTool.END)) {
                    lines.add(line);
                    continue;
                }
                reader.apply(lines).ifPresent(reading -> latest = reading);
                lines.clear();
            }
        } catch (IOException e) {
            gap = "the child that tells of threads stopped: " + e.getMessage();
        }
        if (latest == null && gap.isEmpty())
            gap = "the child that tells of threads wrote nothing that is understood";
    }

    @Override
    public void close() {
        if (child != null)
            child.destroy();
    }
}
