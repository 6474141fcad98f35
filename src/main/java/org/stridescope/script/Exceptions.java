package org.stridescope.script;

import java.util.Map;
import java.util.Set;

import org.stridescope.script.Values.PyTuple;
import org.stridescope.script.Values.TypeValue;

/** Which exception classes a handler's class stands for. */
final class Exceptions {
    /** All classes a script may name. */
    static final Set<String> NAMES = Set.of("Exception", "BaseException", "ValueError", "IndexError", "TypeError",
            "NameError",
            "AttributeError", "ZeroDivisionError", "KeyError", "AssertionError", "RecursionError", "MemoryError",
            "OverflowError",
            "ArithmeticError", "LookupError", "RuntimeError", "StopIteration", "NotImplementedError", "ImportError",
            "ModuleNotFoundError", "OSError", "FileNotFoundError", "TimeoutError", "KeyboardInterrupt",
            "UnboundLocalError", "StatisticsError", "FloatingPointError", "EOFError", "PermissionError", "SyntaxError",
            "UserWarning", "DeprecationWarning", "RuntimeWarning", "Warning");
    private static final Map<String, Set<String>> PARENTS = Map.ofEntries(
            Map.entry("IndexError", Set.of("LookupError")),
            Map.entry("KeyError", Set.of("LookupError")), Map.entry("ZeroDivisionError", Set.of("ArithmeticError")),
            Map.entry("OverflowError", Set.of("ArithmeticError")), Map.entry("UnboundLocalError", Set.of("NameError")),
            Map.entry("StatisticsError", Set.of("ValueError")),
            Map.entry("FloatingPointError", Set.of("ArithmeticError")),
            Map.entry("PermissionError", Set.of("OSError")), Map.entry("IndentationError", Set.of("SyntaxError")),
            Map.entry("UnicodeError", Set.of("ValueError")), Map.entry("RecursionError", Set.of("RuntimeError")),
            Map.entry("NotImplementedError", Set.of("RuntimeError")),
            Map.entry("ModuleNotFoundError", Set.of("ImportError")), Map.entry("FileNotFoundError", Set.of("OSError")),
            Map.entry("AxisError", Set.of("ValueError", "IndexError", "LookupError")),
            Map.entry("UFuncTypeError", Set.of("TypeError")));

    private Exceptions() {}

    static boolean matches(Object handler, String kind) {
        if (handler instanceof PyTuple tuple)
            return tuple.items().stream().anyMatch(item -> matches(item, kind));
        if (!(handler instanceof TypeValue type)) {
            throw ScriptError.type("catching classes that do not inherit from BaseException is not allowed");
        }
        return type.name().equals(kind) || type.name().equals("Exception") || type.name().equals("BaseException")
                || PARENTS.getOrDefault(kind, Set.of()).contains(type.name());
    }
}
