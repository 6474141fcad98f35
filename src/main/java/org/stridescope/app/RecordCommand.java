package org.stridescope.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.stridescope.ffi.Pages;
import org.stridescope.kernel.Variants;
import org.stridescope.lab.Experiments;
import org.stridescope.lab.LabError;
import org.stridescope.lab.LocalRaceRunner;
import org.stridescope.lab.Race;
import org.stridescope.lab.RaceResult;
import org.stridescope.lab.RecordedScript;
import org.stridescope.probe.flight.FlightFile;
import org.stridescope.probe.flight.RunningJvm;
import org.stridescope.script.ScriptError;
import org.stridescope.script.Session;
import org.stridescope.trace.RecordingFile;
import org.stridescope.trace.RunOutcome;
import org.stridescope.trace.TraceError;

/** Runs an experiment under watch and keeps what was seen. */
@Command(name = "record", sortOptions = false, description = "Run an experiment with all probes on and write the recording.", footer = {
        "", "As in: stridescope record distance --set n=4000 --set variants=loops,c -o race.ssrec",
        "or: stridescope record script.py -o script.ssrec, with the exact cost of each of its lines"})
final class RecordCommand implements Callable<Integer> {
    private static final int MOST_SECONDS = 3600;

    private final Experiments experiments = new Experiments(Variants.all());

    @Parameters(arity = "0..1", paramLabel = "EXPERIMENT", description = "what to run, --list shows all; or a script, FILE.py")
    private @Nullable String experiment;

    @Option(names = {"-o",
            "--output"}, paramLabel = "FILE.ssrec", description = "where to write the recording; EXPERIMENT.ssrec if not given")
    private @Nullable Path output;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "a setting of the experiment; may be repeated")
    private final List<String> settings = new ArrayList<>();

    @Option(names = "--list", description = "print every experiment with its settings, one a line")
    private boolean list;

    @Option(names = "--attach", paramLabel = "PID", description = "record another Java program of yours on this machine instead")
    private @Nullable Long attach;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "10", description = "for how long, with --attach (${DEFAULT-VALUE}); Ctrl-C ends it before and keeps what there is")
    private double seconds;

    @Option(names = "--jvms", description = "print the Java programs that --attach can record, one a line")
    private boolean jvms;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (list) {
            experiments.all().forEach(each -> out.println(line(each)));
            return ExitCode.DONE;
        }
        if (jvms) {
            RunningJvm.all().forEach(jvm -> out.println(jvm.pid() + "  " + jvm.name()));
            return ExitCode.DONE;
        }
        if (attach != null)
            return attached(attach, out);
        if (experiment == null)
            throw new CallError("record needs an experiment, as in: stridescope record distance -o race.ssrec; "
                    + "stridescope record --list shows all");
        if (experiment.endsWith(".py"))
            return script(Path.of(experiment), out);
        String name = experiments.named(experiment).name();
        Path to = output == null ? Path.of(name + ".ssrec") : output;
        OutputFile.check(to);
        RaceResult result = race(to);
        for (RaceResult.Row row : result.rows())
            out.println(line(row));
        out.println("recorded in " + to);
        return result.rows().stream().allMatch(row -> row.failure() == null) ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** Prints what the script prints, and how it ended. */
    private int script(Path file, PrintWriter out) {
        if (!settings.isEmpty())
            throw new CallError("--set: a script has no settings; leave it out");
        String source = ScriptPreset.source(file);
        String name = String.valueOf(file.getFileName());
        Path to = output == null ? Path.of(name.substring(0, name.length() - ".py".length()) + ".ssrec") : output;
        OutputFile.check(to);
        try (Session session = new ScriptSessions().open()) {
            Session.Outcome outcome = RecordedScript.run(name, source, session, to);
            out.print(outcome.printed());
            out.println("recorded in " + to);
            ScriptError error = outcome.error();
            if (error != null)
                throw new WorkError(
                        file + (error.line() > 0 ? ", line " + error.line() : "") + ": " + error.kind() + ": "
                                + error.message());
            return ExitCode.DONE;
        }
    }

    private int attached(long pid, PrintWriter out) {
        if (experiment != null || !settings.isEmpty())
            throw new CallError("--attach records another program: leave the experiment and --set out");
        if (!(seconds > 0) || seconds > MOST_SECONDS)
            throw new CallError("--seconds " + seconds + ": it must be more than 0 and at most " + MOST_SECONDS);
        Path to = output == null ? Path.of("jvm-" + pid + ".ssrec") : output;
        OutputFile.check(to);
        try {
            Path flight = Files.createTempFile("stridescope", ".jfr");
            try {
                PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
                try (Interrupt _ = new Interrupt(err, Thread.currentThread()::interrupt)) {
                    RunningJvm.record(pid, Duration.ofMillis(Math.round(1000 * seconds)), flight);
                }
                boolean _ = Thread.interrupted(); // what was recorded until then is kept
                RecordingFile.write(FlightFile.open(flight, "process " + pid), to, flight);
            } finally {
                Files.deleteIfExists(flight);
            }
        } catch (IOException e) {
            throw new WorkError("process " + pid + " cannot be recorded: " + e.getMessage(), e);
        }
        out.println("recorded in " + to);
        return ExitCode.DONE;
    }

    private RaceResult race(Path to) {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        try (LocalRaceRunner runner = new LocalRaceRunner(Variants.all(), new Pages())) {
            Race race = runner.start(experiments.distance(settings), to);
            try (Interrupt _ = new Interrupt(err, race::cancel)) {
                RaceResult result = race.result().toCompletableFuture().join();
                if (result.recording().runs().stream().anyMatch(run -> run.outcome() == RunOutcome.CANCELLED))
                    throw new Stopped();
                return result;
            }
        } catch (CompletionException e) {
            if (e.getCause() instanceof LabError said)
                throw said;
            if (e.getCause() instanceof TraceError said)
                throw said;
            throw new WorkError("the race broke off: " + e.getCause(), e);
        }
    }

    private static String line(Experiments.Experiment each) {
        return each.name() + "  " + each.summary() + "; settings: " + each.settings().stream()
                .map(setting -> setting.name() + "=" + setting.standard()).collect(Collectors.joining(", "));
    }

    private static String line(RaceResult.Row row) {
        if (row.failure() != null)
            return row.variant() + ": " + row.failure();
        return String.format(Locale.ROOT, "%s: %.4g s, %.3g pair features a second, largest error %.2g", row.variant(),
                row.seconds(), row.pairFeaturesPerSecond(), row.maxError());
    }
}
