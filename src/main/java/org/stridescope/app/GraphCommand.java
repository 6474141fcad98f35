package org.stridescope.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.stridescope.lab.ByteText;
import org.stridescope.lab.graph.DaskPeer;
import org.stridescope.lab.graph.GraphOutcome;
import org.stridescope.lab.graph.GraphPreset;
import org.stridescope.lab.graph.GraphPresets;
import org.stridescope.lab.graph.GraphRunner;
import org.stridescope.lab.graph.PresetSettings;
import org.stridescope.schedule.RunOptions;
import org.stridescope.trace.Recorder;
import org.stridescope.trace.RecordingFile;

/** Builds a task graph by name, runs it by a scheduler, and says what it yielded and took. */
@Command(name = "graph", sortOptions = false, description = "Build a lazy task graph, run it, and print result, time, tasks and bytes moved.", footer = {
        "", "As in: stridescope graph cityblock-chunks --scheduler processes --workers 2 --set n=2000"})
final class GraphCommand implements Callable<Integer> {
    private static final int MOST_WORKERS = 1024;

    @Parameters(arity = "0..1", paramLabel = "SCRIPT.py|PRESET", description = "a script whose last expression is delayed or a chunked array, or which graph; --list shows all")
    private @Nullable String preset;

    @Option(names = "--scheduler", paramLabel = "NAME", defaultValue = "threads", description = "synchronous, threads, processes, or dask (the same graph by Python's dask, where it is installed); threads if not given")
    private String scheduler = "threads";

    @Option(names = "--workers", paramLabel = "W", description = "how many tasks at once, 1 to 1024; as many as there are cores if not given")
    private @Nullable Integer workers;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "a setting of the graph; may be repeated")
    private final List<String> settings = new ArrayList<>();

    @Option(names = "--connect", paramLabel = "ADDR", description = "a worker of a cluster; may be repeated")
    private final List<String> connect = new ArrayList<>();

    @Option(names = "--retries", paramLabel = "R", defaultValue = "0", description = "how often a task that fails is tried again; never if not given")
    private int retries;

    @Option(names = "--time-limit", paramLabel = "SECONDS", defaultValue = "0", description = "how long one task may take; as long as it likes if not given")
    private double timeLimit;

    @Option(names = "--memory-limit", paramLabel = "MIB", description = "results above this go to disk and come back; all stay in memory if not given")
    private @Nullable Long memoryLimit;

    @Option(names = "--record", paramLabel = "FILE.ssrec", description = "write what happened to each task, thread and to memory as a recording")
    private @Nullable Path record;

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @Option(names = "--list", description = "print every graph with its settings, one a line")
    private boolean list;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        GraphPresets presets = GraphParts.presets();
        if (list) {
            presets.all().forEach(each -> out.println(line(each)));
            return ExitCode.DONE;
        }
        if (preset == null)
            throw new CallError("graph needs a preset, as in: stridescope graph squares; stridescope graph --list "
                    + "shows all");
        checkScheduler();
        if (record != null)
            OutputFile.check(record);
        StringBuilder printed = new StringBuilder();
        GraphPreset chosen = preset.endsWith(".py")
                ? ScriptPreset.of(Path.of(preset), new ScriptSessions(), printed::append)
                : presets.named(preset);
        GraphOutcome outcome = scheduler.equals("dask")
                ? DaskPeer.find().run(chosen.name(), PresetSettings.of(chosen, settings, true), workerCount())
                : run(chosen);
        if (json) {
            Map<String, @Nullable Object> said = outcome.json();
            if (preset.endsWith(".py"))
                said.put("printed", printed.toString());
            out.println(Json.text(said));
        } else {
            out.print(printed);
            print(outcome, out);
        }
        return ExitCode.DONE;
    }

    private void checkScheduler() {
        if (scheduler.equals("cluster") || !connect.isEmpty()) {
            throw new CallError(
                    "--scheduler cluster: this version has no cluster; use threads, or processes for several "
                            + "workers on this machine");
        }
        if (!scheduler.equals("dask") && !GraphRunner.SCHEDULERS.contains(scheduler)) {
            throw new CallError(
                    "--scheduler " + scheduler + ": choose among " + String.join(", ", GraphRunner.SCHEDULERS)
                            + ", dask");
        }
        if (retries < 0 || timeLimit < 0 || memoryLimit != null && memoryLimit < 1)
            throw new CallError("--retries, --time-limit and --memory-limit take no negative numbers");
        if (scheduler.equals("dask") && record != null)
            throw new CallError("--record: what dask does cannot be recorded here; use one of "
                    + String.join(", ", GraphRunner.SCHEDULERS));
    }

    private int workerCount() {
        if (workers == null)
            return Runtime.getRuntime().availableProcessors();
        if (workers < 1 || workers > MOST_WORKERS)
            throw new CallError("--workers is " + workers + ": it must be 1 to " + MOST_WORKERS);
        return workers;
    }

    private GraphOutcome run(GraphPreset chosen) {
        PresetSettings given = PresetSettings.of(chosen, settings, scheduler.equals("processes"));
        AtomicBoolean cancelled = new AtomicBoolean();
        RunOptions options = RunOptions.DEFAULT.withRetries(retries).withCancelled(cancelled::get)
                .withTimeLimit(Duration.ofNanos((long) (timeLimit * 1e9)));
        if (memoryLimit != null)
            options = options.withMemoryLimit(memoryLimit << 20);
        GraphRunner runner = new GraphRunner(TaskWorkerMain.launch());
        var err = Objects.requireNonNull(spec).commandLine().getErr();
        try (Interrupt _ = new Interrupt(err, () -> cancelled.set(true))) {
            if (record == null)
                return runner.run(chosen.build(given), scheduler, workerCount(), options).outcome();
            Map<String, String> noted = new HashMap<>(given.values());
            noted.put("scheduler", scheduler);
            noted.put("workers", Integer.toString(workerCount()));
            noted.put("preset", chosen.name());
            Recorder recorder = new Recorder("graph", noted);
            GraphOutcome outcome = runner.record(chosen.build(given), scheduler, workerCount(), options, recorder)
                    .outcome();
            RecordingFile.write(recorder.snapshot(), record);
            return outcome;
        }
    }

    private static void print(GraphOutcome outcome, PrintWriter out) {
        out.println("result    " + outcome.answerText());
        out.printf(Locale.ROOT, "time      %.4g s%n", outcome.wallSeconds());
        out.println("tasks     " + outcome.tasks()
                + (outcome.retried() > 0 ? ", " + outcome.retried() + " run again" : ""));
        out.println("workers   " + outcome.workers() + " (" + outcome.scheduler() + ")");
        out.println("moved     " + ByteText.of(outcome.movedBytes()) + " between processes");
        if (outcome.spilledBytes() > 0)
            out.println("spilled   " + ByteText.of(outcome.spilledBytes()) + " to disk");
        if (outcome.peakResidentBytes() >= 0)
            out.println("memory    " + ByteText.of(outcome.peakResidentBytes()) + " resident at most");
    }

    private static String line(GraphPreset each) {
        return each.name() + "  " + each.summary() + "; settings: " + each.settings().stream().map(setting -> setting
                .name() + "=" + setting.standard()
                + (setting.course().isEmpty()
                        ? ""
                        : " (the course: " + setting.course() + ")"))
                .collect(Collectors.joining(", "));
    }
}
