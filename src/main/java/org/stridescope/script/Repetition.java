package org.stridescope.script;

import org.stridescope.script.Values.Singleton;

/** Loops: their bodies again and again, with {@code break}, {@code continue} and what follows a loop that was not broken. */
final class Repetition {
    private Repetition() {}

    static void run(Interpreter script, Node.While loop, Frame frame) {
        while (script.test(loop, loop.condition(), frame)) {
            script.tick();
            try {
                script.execute(loop.body(), frame);
            } catch (Jump jump) {
                if (jump.kind == null)
                    throw jump;
                if (jump.kind == Node.Jump.Kind.BREAK)
                    return;
            }
        }
        script.execute(loop.otherwise(), frame);
    }

    static void run(Interpreter script, Node.For loop, Frame frame) {
        int mark = script.pinned();
        Object of = script.timed(loop, () -> script.evaluator.eval(loop.of(), frame));
        script.pin(of);
        var items = script.located(loop, () -> Iteration.over(of, script));
        while (items.hasNext()) {
            script.timed(loop, () -> {
                script.evaluator.assign(loop.target(), items.next(), frame);
                return Singleton.NONE;
            });
            script.tick();
            try {
                script.execute(loop.body(), frame);
            } catch (Jump jump) {
                if (jump.kind == null)
                    throw jump;
                if (jump.kind == Node.Jump.Kind.BREAK) {
                    script.unpinTo(mark);
                    return;
                }
            }
        }
        script.unpinTo(mark);
        script.execute(loop.otherwise(), frame);
    }
}
