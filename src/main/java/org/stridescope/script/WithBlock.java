package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A {@code with} statement: whatever happens in its body, its contexts are left, the last one first. */
final class WithBlock {
    private WithBlock() {}

    static @Nullable Exit run(Interpreter in, Node.With with, Frame frame) {
        List<Object> contexts = new ArrayList<>();
        int mark = in.roots.mark();
        try {
            enter(in, with, frame, contexts);
            return in.statements.execute(with.body(), frame);
        } finally {
            leave(in, contexts);
            in.roots.cut(mark);
        }
    }

    /** Adds each context once it is entered. */
    static void enter(Interpreter in, Node.With with, Frame frame, List<Object> contexts) {
        for (int i = 0; i < with.contexts().size(); i++) {
            Node.Expr context = with.contexts().get(i);
            Object value = in.statements.timed(with, () -> in.evaluator.eval(context, frame));
            in.roots.pin(value);
            contexts.add(value);
            Object entered = Attributes.special(value, "__enter__") instanceof Object enter
                    ? in.call(enter, List.of(), Map.of())
                    : value;
            Node.Expr target = with.targets().get(i);
            if (target != null)
                in.statements.located(with, () -> {
                    in.evaluator.targets.assign(target, entered, frame);
                    return entered;
                });
        }
    }

    static void leave(Interpreter in, List<Object> contexts) {
        for (Object value : contexts.reversed())
            if (Attributes.special(value, "__exit__") instanceof Object exit)
                in.call(exit, List.of(), Map.of());
    }
}
