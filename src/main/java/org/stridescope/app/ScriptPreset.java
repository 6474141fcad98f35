package org.stridescope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.stridescope.lab.graph.GraphPlan;
import org.stridescope.lab.graph.GraphPreset;
import org.stridescope.script.ScriptError;
import org.stridescope.script.ScriptGraph;
import org.stridescope.script.Session;

/** A script as a graph: all of it runs but its last expression, which is left to the scheduler that was asked for. */
final class ScriptPreset {
    private ScriptPreset() {}

    /** @param prints told what the script and its tasks printed */
    static GraphPreset of(Path file, ScriptSessions sessions, Consumer<String> prints) {
        String source = source(file);
        return new GraphPreset(String.valueOf(file.getFileName()), "the script's last expression", List.of(),
                settings -> plan(file, source, sessions, settings.isPortable(), prints));
    }

    static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new CallError(file + ": no such file; check the path");
        } catch (IOException e) {
            throw new CallError(file + ": it can't be read as text (" + e.getMessage() + ")");
        }
    }

    private static GraphPlan plan(Path file, String source, ScriptSessions sessions, boolean apart,
            Consumer<String> prints) {
        Session session = sessions.open();
        try {
            Session.Outcome outcome = session.run(source);
            prints.accept(outcome.printed());
            ScriptError error = outcome.error();
            if (error != null)
                throw said(file, error);
            Object value = outcome.value();
            if (value == null)
                throw new CallError(file + ": its last line is no expression; end it with what is to be computed");
            ScriptGraph graph = ScriptGraph.of(session, value, apart);
            Consumer<Object> released = graph.opened()
                    ? (GraphPlan.Opened) graph.released()::accept
                    : graph.released();
            return new GraphPlan(graph.graph(), graph.keys(), graph.answer()::apply, released, () -> {
                prints.accept(graph.printed().get());
                graph.end().run();
                session.close();
            }, graph.codec());
        } catch (ScriptError e) {
            session.close();
            throw said(file, e);
        } catch (CallError e) {
            session.close();
            throw e;
        }
    }

    private static CallError said(Path file, ScriptError error) {
        String line = error.line() > 0 ? ", line " + error.line() : "";
        return new CallError(file + line + ": " + error.kind() + ": " + error.message());
    }
}
