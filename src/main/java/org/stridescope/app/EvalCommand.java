package org.stridescope.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.stridescope.script.Answer;
import org.stridescope.script.Repr;
import org.stridescope.script.ScriptError;
import org.stridescope.script.Session;
import org.stridescope.script.Values;

/** {@code stridescope eval}: runs a NumPy-syntax script, and prints its last value as NumPy would, or as JSON. */
@Command(name = "eval", description = {"Runs a NumPy-syntax script and prints the value of its last expression.",
        "Statements are separated by newlines or semicolons."})
public final class EvalCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object: kind, dtype, shape, strides, flags, values.")
    private boolean json;

    @Option(names = "--batch", paramLabel = "FILE", description = "Run the cases of a file, one JSON object {id, script, expr} a line; answer one line each.")
    private @Nullable Path batch;

    @Option(names = "--lines", description = "Print what each line cost: time, hits, bytes allocated and freed, copies.")
    private boolean lines;

    @Parameters(arity = "0..1", paramLabel = "SCRIPT", description = "The script, or the name of a .py file; read from standard input where it is - or missing.")
    private @Nullable String script;

    private final ScriptSessions sessions = new ScriptSessions();
    private final JsonMapper mapper = JsonMapper.builder().build();

    @Override
    public Integer call() {
        if (batch != null && script != null)
            throw new CallError("--batch and SCRIPT exclude each other: give one of them");
        PrintWriter out = line().getOut();
        return batch != null ? batch(batch, out) : single(source(), out);
    }

    private CommandLine line() {
        return spec == null ? new CommandLine(this) : spec.commandLine();
    }

    private String source() {
        if (script == null || script.equals("-"))
            return input();
        // no script is spelled like a file that is there: NAME.py alone is an attribute of a name nobody has given
        if (!script.matches("[^\\n\\x00]+\\.py") || !Files.isRegularFile(Path.of(script)))
            return script;
        try {
            return Files.readString(Path.of(script));
        } catch (IOException e) {
            throw new CallError(script + " cannot be read: " + e.getMessage());
        }
    }

    private static String input() {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int single(String source, PrintWriter out) {
        try (Session session = sessions.open()) {
            Session.Outcome outcome = session.run(source, lines);
            ScriptError error = outcome.error();
            if (json) {
                out.println(mapper.writeValueAsString(Answer.of(outcome, session.variables())));
                return error == null ? ExitCode.DONE : ExitCode.FAILED;
            }
            out.print(outcome.printed());
            if (lines)
                outcome.costs()
                        .forEach(cost -> out.printf(
                                "line %d: %d hits, %.3f ms, %d bytes allocated, %d freed, %d copies%n", cost.line(),
                                cost.hits(), cost.nanos() / 1e6, cost.allocated(), cost.freed(), cost.copies()));
            if (error != null) {
                out.flush();
                String place = error.line() == 0 ? "" : " (line " + error.line() + ", column " + error.column() + ")";
                line().getErr()
                        .println(error.kind() + (error.message().isEmpty() ? "" : ": " + error.message()) + place);
                return ExitCode.FAILED;
            }
            Object value = outcome.value();
            if (value != null && value != Values.Singleton.NONE)
                out.println(Repr.repr(value));
            return 0;
        }
    }

    /** One session a case, so that no case sees another's names; all in this process. */
    private int batch(Path file, PrintWriter out) {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank())
                    out.println(mapper.writeValueAsString(answer(line, file, number)));
            }
            return 0;
        } catch (IOException e) {
            throw new CallError(file + ": "
                    + (Files.exists(file)
                            ? "cannot be read (" + e.getMessage() + ")"
                            : "no such file; name a file of cases, one a line"));
        }
    }

    private Map<String, Object> answer(String line, Path file, int number) {
        JsonNode entry;
        try {
            entry = mapper.readTree(line);
        } catch (JacksonException e) {
            throw new CallError(file + ", line " + number + ": this is no JSON object {id, script, expr}");
        }
        StringBuilder source = new StringBuilder();
        for (JsonNode statement : entry.path("script"))
            source.append(statement.asString("")).append('\n');
        source.append(entry.path("expr").asString(""));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", mapper.convertValue(entry.path("id"), Object.class));
        try (Session session = sessions.open()) {
            Session.Outcome outcome = session.run(source.toString());
            answer.putAll(Answer.of(outcome, session.variables()));
        }
        return answer;
    }
}
