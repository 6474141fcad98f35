package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.script.Node.Expr;
import org.stridescope.script.Values.PyList;

/** {@code a, *b = values}. */
final class Unpacking {
    private Unpacking() {}

    static void assign(Node.Sequence targets, Object value, Frame frame, Targets in, Interpreter interpreter) {
        List<Object> values;
        try {
            values = interpreter.items(value);
        } catch (ScriptError e) {
            if (!e.message().endsWith("object is not iterable"))
                throw e;
            throw ScriptError.type("cannot unpack non-iterable " + Types.name(value) + " object");
        }
        List<Expr> names = targets.items();
        int star = -1;
        for (int i = 0; i < names.size(); i++) {
            if (!(names.get(i) instanceof Node.Starred))
                continue;
            if (star >= 0)
                throw new ScriptError("SyntaxError", "multiple starred expressions in assignment");
            star = i;
        }
        int fixed = star < 0 ? names.size() : names.size() - 1;
        if (values.size() < fixed) {
            throw ScriptError
                    .value("not enough values to unpack (expected " + (star < 0 ? "" : "at least ") + fixed + ", got "
                            + values.size() + ")");
        }
        if (star < 0 && values.size() > fixed)
            throw ScriptError.value("too many values to unpack (expected " + fixed + ")");
        int extra = values.size() - fixed;
        int at = 0;
        for (int i = 0; i < names.size(); i++) {
            if (i == star && names.get(i) instanceof Node.Starred starred) {
                in.assign(starred.of(), new PyList(new ArrayList<>(values.subList(at, at + extra))), frame);
                at += extra;
            } else {
                in.assign(names.get(i), values.get(at++), frame);
            }
        }
    }
}
