package org.stridescope.script;

import java.util.Iterator;

import org.jspecify.annotations.Nullable;

import org.stridescope.script.Values.Singleton;

/** Loops: their bodies again and again, with {@code break}, {@code continue} and what follows a loop that was not broken. */
final class Repetition {
    private Repetition() {}

    static @Nullable Exit run(Interpreter in, Node.While loop, Frame frame) {
        while (in.statements.test(loop, loop.condition(), frame)) {
            in.tick();
            Exit exit = in.statements.execute(loop.body(), frame);
            if (exit == Exit.RETURN)
                return exit;
            if (exit == Exit.BREAK)
                return null;
        }
        return in.statements.execute(loop.otherwise(), frame);
    }

    static @Nullable Exit run(Interpreter in, Node.For loop, Frame frame) {
        int mark = in.roots.mark();
        Iterator<Object> items = begin(in, loop, frame);
        try {
            while (next(in, loop, items, frame)) {
                Exit exit = in.statements.execute(loop.body(), frame);
                if (exit == Exit.RETURN)
                    return exit;
                if (exit == Exit.BREAK)
                    return null;
            }
        } finally {
            in.roots.cut(mark);
        }
        return in.statements.execute(loop.otherwise(), frame);
    }

    /** What the loop goes over, kept from now on. */
    static Iterator<Object> begin(Interpreter in, Node.For loop, Frame frame) {
        Object of = in.statements.timed(loop, () -> in.evaluator.eval(loop.of(), frame));
        in.roots.pin(of);
        return in.statements.located(loop, () -> Iteration.over(of, in));
    }

    /** Binds the next item; false where there is none. */
    static boolean next(Interpreter in, Node.For loop, Iterator<Object> items, Frame frame) {
        in.tick();
        return in.statements.timed(loop, () -> {
            if (!items.hasNext())
                return Singleton.NONE;
            in.evaluator.targets.assign(loop.target(), items.next(), frame);
            return true;
        }) != Singleton.NONE;
    }
}
