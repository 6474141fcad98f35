package org.stridescope.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.stridescope.lab.ByteText;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RecordingFile;
import org.stridescope.trace.RunTrace;
import org.stridescope.trace.ThreadTrace;
import org.stridescope.trace.TraceEvent.MemorySample;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a recording holds. */
@Command(name = "info", description = "What a recording holds: runs, threads with their CPU time, memory.")
final class InfoCommand implements Runnable {
    private static final long SHOWN_CPU_NANOS = 1_000_000;

    @Parameters(paramLabel = "FILE", description = "a recording (.ssrec)")
    private @Nullable Path file;

    @Option(names = "--json", description = "one JSON object instead of lines")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        var line = Objects.requireNonNull(spec).commandLine();
        RecordingFile.Opened opened = RecordingFile.open(Objects.requireNonNull(file));
        if (!opened.note().isEmpty())
            line.getErr().println("stridescope: " + opened.note());
        if (json)
            line.getOut().println(Json.text(InfoReport.of(opened.recording())));
        else
            print(opened.recording(), line.getOut());
    }

    private static void print(Recording recording, PrintWriter out) {
        out.printf(Locale.ROOT, "%s, %.3f s%n", recording.experiment(), recording.durationNanos() / 1e9);
        recording.settings().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
                .forEach(setting -> out.println("  " + setting.getKey() + " = " + setting.getValue()));
        out.println();
        TextTable runs = new TextTable().row("variant", "outcome", "seconds", "tiles");
        for (RunTrace run : recording.runs()) {
            runs.row(run.variant(), run.outcome() == null ? "unfinished" : run.outcome().name().toLowerCase(Locale.ROOT),
                    number(run.durationNanos() / 1e9), Integer.toString(run.tiles().size()));
        }
        runs.print(out);
        out.println();
        TextTable threads = new TextTable().row("thread", "kind", "cpu seconds", "samples");
        for (ThreadTrace thread : recording.threads()) {
            if (thread.cpuNanos() < SHOWN_CPU_NANOS)
                continue;
            threads.row(thread.name(), thread.isNative() ? "native" : "Java", number(thread.cpuNanos() / 1e9),
                    Integer.toString(thread.samples()));
        }
        threads.print(out);
        out.println();
        var samples = recording.memory().samples();
        out.println("peak memory: resident " + ByteText.of(samples.stream().mapToLong(MemorySample::residentBytes).max().orElse(0))
                + ", heap " + ByteText.of(samples.stream().mapToLong(MemorySample::heapBytes).max().orElse(0)) + ", arrays "
                + ByteText.of(samples.stream().mapToLong(MemorySample::offHeapBytes).max().orElse(0)));
    }

    private static String number(double seconds) {
        return String.format(Locale.ROOT, "%.4f", seconds);
    }
}
