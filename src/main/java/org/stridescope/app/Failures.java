package org.stridescope.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import org.stridescope.array.ArrayError;
import org.stridescope.graph.GraphError;
import org.stridescope.io.IoError;
import org.stridescope.kernel.KernelError;
import org.stridescope.lab.LabError;
import org.stridescope.lab.graph.GraphLabError;
import org.stridescope.probe.flight.FlightError;
import org.stridescope.schedule.ScheduleError;
import org.stridescope.trace.TraceError;

/** Where every error of a call ends: one line on standard error, an exit code, and a stack trace only for {@code --debug}. */
final class Failures implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {
    private final boolean debug;

    Failures(boolean debug) {
        this.debug = debug;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        String said = oneLine(e.getMessage()).replaceFirst("^Error: ", "");
        if (e instanceof UnmatchedArgumentException unmatched) {
            var options = e.getCommandLine().getCommandSpec().optionsMap().keySet();
            String near = Suggestion.nearest(unmatched.getUnmatched().getFirst().replaceFirst("=.*", ""), options);
            if (near != null)
                said += " (did you mean " + near + "?)";
        }
        return fail(e.getCommandLine(), e, said + "; " + command + " --help says what there is", ExitCode.WRONG_CALL);
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine line, CommandLine.@Nullable ParseResult parsed) {
        if (e instanceof Stopped)
            return Stopped.EXIT_CODE;
        if (e instanceof WorkError || e instanceof ScheduleError && !isWrongCall(e))
            return fail(line, e, oneLine(e.getMessage()), ExitCode.FAILED);
        if (isWrongCall(e))
            return fail(line, e, oneLine(e.getMessage()), ExitCode.WRONG_CALL);
        return fail(line, e, "an error of the program itself, please report it with the output of --debug: " + e,
                ExitCode.FAILED);
    }

    private static boolean isWrongCall(Exception e) {
        return e instanceof CallError || e instanceof LabError || e instanceof ArrayError || e instanceof IoError
                || e instanceof KernelError || e instanceof TraceError || e instanceof FlightError
                || e instanceof GraphLabError || e instanceof GraphError
                || e instanceof ScheduleError error && error.reason() == ScheduleError.Reason.NOT_PORTABLE;
    }

    private int fail(CommandLine line, Exception e, String sentence, int code) {
        line.getErr().println("stridescope: " + sentence);
        if (debug)
            e.printStackTrace(line.getErr());
        line.getErr().flush();
        return code;
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "no reason given" : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
