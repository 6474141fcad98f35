package org.stridescope.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.kernel.Variants;
import org.stridescope.lab.LabError;
import org.stridescope.lab.LocalRaceRunner;
import org.stridescope.lab.Race;
import org.stridescope.lab.RaceResult;
import org.stridescope.trace.RecordingFile;
import org.stridescope.trace.RunOutcome;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs an experiment under watch and keeps what was seen. */
@Command(name = "record", sortOptions = false, description = "Run an experiment with all probes on and write the recording.",
        footer = {"", "As in: stridescope record distance --set n=4000 --set variants=loops,c -o race.ssrec"})
final class RecordCommand implements Callable<Integer> {
    private static final String DISTANCE = "distance";

    @Parameters(arity = "0..1", paramLabel = "EXPERIMENT", description = "what to run; --list shows all")
    private @Nullable String experiment;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE.ssrec",
            description = "where to write the recording; EXPERIMENT.ssrec if not given")
    private @Nullable Path output;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "a setting of the experiment; may be repeated")
    private final Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--list", description = "print every experiment with its settings, one a line")
    private boolean list;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (list) {
            out.println(DISTANCE + "  a race of variants of a distance matrix; settings: "
                    + String.join(", ", RaceArguments.NAMES));
            return ExitCode.DONE;
        }
        if (experiment == null)
            throw new CallError("record needs an experiment: " + DISTANCE + "; stridescope record --list shows its settings");
        if (!experiment.equals(DISTANCE))
            throw new CallError("there is no experiment '" + experiment + "'; there is " + DISTANCE);
        Path to = output == null ? Path.of(DISTANCE + ".ssrec") : output;
        checkTarget(to);
        RaceResult result = race();
        RecordingFile.write(result.recording(), to);
        for (RaceResult.Row row : result.rows())
            out.println(line(row));
        out.println("recorded in " + to);
        return result.rows().stream().allMatch(row -> row.failure() == null) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static void checkTarget(Path to) {
        Path folder = to.toAbsolutePath().getParent();
        if (Files.isDirectory(to))
            throw new CallError("-o: " + to + " is a folder: name a file in it");
        if (folder == null || !Files.isDirectory(folder))
            throw new CallError("-o: the folder " + folder + " does not exist: make it first");
    }

    private RaceResult race() {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        try (LocalRaceRunner runner = new LocalRaceRunner(Variants.all(), ArrayMemory.PLAIN)) {
            Race race = runner.start(new RaceArguments(settings).experiment());
            try (Interrupt _ = new Interrupt(err, race::cancel)) {
                RaceResult result = race.result().toCompletableFuture().join();
                if (result.recording().runs().stream().anyMatch(run -> run.outcome() == RunOutcome.CANCELLED))
                    throw new Stopped();
                return result;
            }
        } catch (CompletionException e) {
            if (e.getCause() instanceof LabError said)
                throw said;
            throw new WorkError("the race broke off: " + e.getCause(), e);
        }
    }

    private static String line(RaceResult.Row row) {
        if (row.failure() != null)
            return row.variant() + ": " + row.failure();
        return String.format(Locale.ROOT, "%s: %.4g s, %.3g pair features a second, largest error %.2g", row.variant(),
                row.seconds(), row.pairFeaturesPerSecond(), row.maxError());
    }
}
