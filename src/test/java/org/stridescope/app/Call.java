package org.stridescope.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One call of the program within this JVM, and what it answered. */
record Call(int code, String out, String err) {
    static Call of(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = List.of(args).stream().map(String::valueOf).toArray(String[]::new);
        int code = Cli.run(words, new PrintWriter(out), new PrintWriter(err));
        return new Call(code, out.toString(), err.toString());
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    /** The one line of a call that went wrong. */
    String sentence() {
        if (!out.isEmpty())
            throw new AssertionError("an error must leave standard output empty, not: " + out);
        if (err.lines().count() != 1)
            throw new AssertionError("an error is one line, not: " + err);
        return err.strip();
    }
}
