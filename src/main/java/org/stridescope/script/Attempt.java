package org.stridescope.script;

import org.jspecify.annotations.Nullable;

/** {@code try}, {@code except}, {@code else} and {@code finally}. */
final class Attempt {
    private Attempt() {}

    static @Nullable Exit run(Interpreter in, Node.Try attempt, Frame frame) {
        Exit exit;
        try {
            exit = guarded(in, attempt, frame);
        } catch (ScriptError error) {
            // time that ran out ends the script, whatever it says
            if (error.isFinal())
                throw error;
            Exit last = in.statements.execute(attempt.last(), frame);
            if (last != null)
                return last;
            throw error;
        }
        Object returned = in.statements.returned();
        int mark = in.roots.mark();
        in.roots.pin(returned);
        Exit last = in.statements.execute(attempt.last(), frame);
        in.roots.cut(mark);
        if (last != null)
            return last;
        in.statements.returns(returned);
        return exit;
    }

    private static @Nullable Exit guarded(Interpreter in, Node.Try attempt, Frame frame) {
        int mark = in.roots.mark();
        Exit exit;
        try {
            exit = in.statements.execute(attempt.body(), frame);
        } catch (ScriptError error) {
            in.roots.cut(mark);
            Node.Handler handler = handler(in, attempt, error, frame);
            if (handler == null)
                throw error;
            return handled(in, handler, error, frame);
        }
        return exit == null ? in.statements.execute(attempt.otherwise(), frame) : exit;
    }

    /** The first handler whose classes the error is of; null where none is. */
    static Node.@Nullable Handler handler(Interpreter in, Node.Try attempt, ScriptError error, Frame frame) {
        if (error.isFinal())
            return null;
        for (Node.Handler handler : attempt.handlers())
            if (handler.kind() == null
                    || Exceptions.matches(in.evaluator.eval(handler.kind(), frame), error.kind()))
                return handler;
        return null;
    }

    private static @Nullable Exit handled(Interpreter in, Node.Handler handler, ScriptError error, Frame frame) {
        bind(handler, error, frame);
        in.handling.push(error);
        try {
            return in.statements.execute(handler.body(), frame);
        } finally {
            in.handling.pop();
        }
    }

    static void bind(Node.Handler handler, ScriptError error, Frame frame) {
        if (handler.name() != null)
            frame.set(handler.name(), error.value());
    }
}
