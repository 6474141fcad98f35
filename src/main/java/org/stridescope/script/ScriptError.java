package org.stridescope.script;

import org.stridescope.array.ArrayError;

/** An exception of a script, with Python's class name and message, and where in the script it arose (0 where unknown). */
public final class ScriptError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private int line;
    private int column;

    public ScriptError(String kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    static ScriptError type(String message) {
        return new ScriptError("TypeError", message);
    }

    static ScriptError value(String message) {
        return new ScriptError("ValueError", message);
    }

    static ScriptError index(String message) {
        return new ScriptError("IndexError", message);
    }

    static ScriptError attribute(String message) {
        return new ScriptError("AttributeError", message);
    }

    static ScriptError of(ArrayError error) {
        return new ScriptError(error.kind().pythonName(), String.valueOf(error.getMessage()));
    }

    /** At a place in the script, unless a deeper one is known. */
    ScriptError at(int atLine, int atColumn) {
        if (line == 0) {
            line = atLine;
            column = atColumn;
        }
        return this;
    }

    /** The name of Python's class: ValueError, IndexError ... */
    public String kind() {
        return kind;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    /** Counted from 1. */
    public int column() {
        return column;
    }
}
