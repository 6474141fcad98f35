package org.stridescope.script;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.script.Values.ExceptionValue;

/** An exception of a script, with Python's class name and message, and where in the script it arose (0 where unknown). */
public final class ScriptError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final transient @Nullable ExceptionValue value;
    private int line;
    private int column;

    public ScriptError(String kind, String message) {
        this(kind, message, null);
    }

    private ScriptError(String kind, String message, @Nullable ExceptionValue value) {
        super(message, null, false, false);
        this.kind = kind;
        this.value = value;
    }

    /** Raised by the script itself. */
    static ScriptError of(ExceptionValue value) {
        return new ScriptError(value.kind(), Repr.str(value), value);
    }

    static ScriptError key(Object key) {
        return of(new ExceptionValue("KeyError", List.of(key)));
    }

    /** As a handler sees it. */
    ExceptionValue value() {
        return value != null ? value : new ExceptionValue(kind, message().isEmpty() ? List.of() : List.of(message()));
    }

    /** Whether no handler may catch it: the run's time is up. */
    boolean isFinal() {
        return kind.equals("TimeoutError");
    }

    static ScriptError tooBig() {
        return value("array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.");
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

    ScriptError at(Node.Place place) {
        return at(place.line(), place.column());
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
