package org.stridescope.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import org.stridescope.app.doctor.Display;

/** The call without a command: opens the window. Every command hangs here. */
@Command(name = "stridescope", versionProvider = Version.class, mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, sortOptions = false, usageHelpAutoWidth = true, description = "Watch arrays being computed: which variant is fast, on which threads, in how much memory.", footer = {
        "", "Exit codes: 0 done, 1 the work failed, 2 the call is wrong.",
        "Without a display: stridescope COMMAND; with one, plain stridescope opens the window."}, subcommands = {
                DistanceCommand.class, BenchCommand.class, RecordCommand.class, InfoCommand.class, ExportCommand.class,
                DoctorCommand.class, TourCommand.class, KernelWorkerCommand.class, LoopTimesCommand.class,
                EvalCommand.class, GraphCommand.class})
public final class Cli implements Runnable {
    @Parameters(arity = "0..1", paramLabel = "FILE", scope = ScopeType.LOCAL, description = "a recording (.ssrec) or an array (.npy, .npz, .h5, .hdf5) to open in the window")
    private @Nullable String file;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "show stack traces of errors")
    private boolean debug;

    @Spec
    private @Nullable CommandSpec spec;

    /** Runs one call; results go to {@code out}, errors to {@code err}. */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Cli()).setOut(out).setErr(err);
        Failures failures = new Failures(List.of(args).contains("--debug"));
        line.setParameterExceptionHandler(failures).setExecutionExceptionHandler(failures);
        line.setCaseInsensitiveEnumValuesAllowed(true).setAbbreviatedOptionsAllowed(false);
        int code = line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    @Override
    public void run() {
        if (file != null)
            checkIsFile(file);
        String noDisplay = Display.ofThisProcess().sentence();
        if (!noDisplay.isEmpty())
            throw new WorkError(noDisplay);
        WindowLauncher.open(file == null ? new String[0] : new String[]{file});
    }

    private void checkIsFile(String name) {
        if (Files.isRegularFile(Path.of(name)))
            return;
        if (Files.isDirectory(Path.of(name)))
            throw new CallError(name + " is a folder: give a file to open");
        boolean likeCommand = name.matches("[a-z][a-z-]*");
        if (!likeCommand || spec == null)
            throw new CallError(name + ": there is no such file");
        String near = Suggestion.nearest(name, spec.subcommands().keySet());
        throw new CallError(name + " is neither a command nor a file: " + (near == null
                ? ""
                : "did you mean " + near
                        + "? ")
                + "stridescope --help lists the commands");
    }
}
