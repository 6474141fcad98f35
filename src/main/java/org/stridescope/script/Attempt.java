package org.stridescope.script;

import java.util.List;

import org.stridescope.script.Values.ExceptionValue;

/** {@code try}, {@code except}, {@code else} and {@code finally}. */
final class Attempt {
    private Attempt() {}

    static void run(Interpreter in, Node.Try attempt, Frame frame) {
        int depth = in.depth();
        try {
            try {
                in.execute(attempt.body(), frame);
            } catch (ScriptError error) {
                in.backTo(depth);
                handle(in, attempt, error, frame);
                return;
            }
            in.execute(attempt.otherwise(), frame);
        } finally {
            in.execute(attempt.last(), frame);
        }
    }

    private static void handle(Interpreter in, Node.Try attempt, ScriptError error, Frame frame) {
        // time and memory that ran out end the script, whatever it says
        if (error.kind().equals("TimeoutError"))
            throw error;
        for (Node.Handler handler : attempt.handlers()) {
            if (handler.kind() != null && !Exceptions.matches(in.evaluator.eval(handler.kind(), frame), error.kind()))
                continue;
            if (handler.name() != null)
                frame.set(handler.name(), new ExceptionValue(error.kind(), List.of(error.message())));
            in.execute(handler.body(), frame);
            return;
        }
        throw error;
    }
}
