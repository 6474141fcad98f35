package org.stridescope.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.stridescope.explain.findings.Finding;
import org.stridescope.explain.lines.LineRow;
import org.stridescope.lab.ByteText;
import org.stridescope.lab.RecordingSummary;
import org.stridescope.trace.Recording;
import org.stridescope.trace.RecordingFile;
import org.stridescope.trace.RunTrace;
import org.stridescope.trace.ThreadTrace;
import org.stridescope.trace.TraceEvent.MemorySample;

/** Says what a recording holds. */
@Command(name = "info", description = "What a recording holds: runs, threads with their CPU time, memory.")
final class InfoCommand implements Runnable {
    private static final int SHOWN_LINES = 20;
    private static final long SHOWN_CPU_NANOS = 1_000_000;

    @Parameters(paramLabel = "FILE", description = "a recording (.ssrec), or a flight recording (.jfr)")
    private @Nullable Path file;

    @Option(names = "--json", description = "one JSON object instead of lines")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        var line = Objects.requireNonNull(spec).commandLine();
        RecordingFile.Opened opened = RecordingChoice.open(Objects.requireNonNull(file));
        if (!opened.note().isEmpty())
            line.getErr().println("stridescope: " + opened.note());
        if (json)
            line.getOut().println(Json.text(RecordingSummary.of(opened.recording()).json()));
        else
            print(opened.recording(), line.getOut());
    }

    private static void print(Recording recording, PrintWriter out) {
        out.printf(Locale.ROOT, "%s, %.3f s%n", recording.experiment(), recording.durationNanos() / 1e9);
        recording.settings().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(setting -> out.println("  " + setting.getKey() + (setting.getKey().startsWith(Recording.SOURCE)
                        ? ", " + setting.getValue().lines().count() + " lines"
                        : " = " + setting.getValue())));
        out.println();
        printRuns(recording, out);
        printThreads(recording, out);
        printLines(RecordingSummary.of(recording), out);
        out.println("peak memory: resident " + peak(recording, MemorySample::residentBytes) + ", heap "
                + peak(recording, MemorySample::heapBytes) + ", arrays " + peak(recording, MemorySample::offHeapBytes));
    }

    private static void printRuns(Recording recording, PrintWriter out) {
        TextTable runs = new TextTable().row("variant", "outcome", "seconds", "tiles");
        for (RunTrace run : recording.runs()) {
            runs.row(run.variant(),
                    run.outcome() == null ? "unfinished" : run.outcome().name().toLowerCase(Locale.ROOT),
                    number(run.durationNanos() / 1e9), Integer.toString(run.tiles().size()));
        }
        runs.print(out);
        out.println();
    }

    private static void printThreads(Recording recording, PrintWriter out) {
        TextTable threads = new TextTable().row("thread", "kind", "cpu seconds", "of that name");
        Map<String, List<ThreadTrace>> named = recording.threads().stream()
                .collect(Collectors.groupingBy(ThreadTrace::name, LinkedHashMap::new, Collectors.toList()));
        named.forEach((name, same) -> {
            long cpu = same.stream().mapToLong(ThreadTrace::cpuNanos).sum();
            if (cpu >= SHOWN_CPU_NANOS)
                threads.row(name, same.getFirst().isNative() ? "native" : "Java", number(cpu / 1e9),
                        Integer.toString(same.size()));
        });
        threads.print(out);
        out.println();
    }

    private static void printLines(RecordingSummary summary, PrintWriter out) {
        if (!summary.lines().isEmpty()) {
            TextTable lines = new TextTable().row("line", "function", "seconds", "share", "allocated");
            for (LineRow row : summary.lines().stream().limit(SHOWN_LINES).toList()) {
                lines.row(row.line() > 0 ? row.file() + ":" + row.line() : row.file(), row.function(),
                        number(row.selfNanos() / 1e9), String.format(Locale.ROOT, "%.1f %%", 100 * row.share()),
                        ByteText.of(row.allocatedBytes()));
            }
            lines.print(out);
            if (summary.lines().size() > SHOWN_LINES)
                out.println("and " + (summary.lines().size() - SHOWN_LINES) + " more lines; --json has all");
            out.println();
        }
        for (Finding finding : summary.findings())
            out.println("- " + finding.sentence());
        if (!summary.findings().isEmpty())
            out.println();
        for (RecordingSummary.Probe probe : summary.probes()) {
            out.printf(Locale.ROOT, "probe %s: %d looks, %.2f %% of a core%s%n", probe.name(), probe.samples(),
                    100 * probe.share(), probe.note().isEmpty() ? "" : "; " + probe.note());
        }
    }

    private static String peak(Recording recording, ToLongFunction<MemorySample> kind) {
        return ByteText.of(recording.memory().samples().stream().mapToLong(kind).max().orElse(0));
    }

    private static String number(double seconds) {
        return String.format(Locale.ROOT, "%.4f", seconds);
    }
}
