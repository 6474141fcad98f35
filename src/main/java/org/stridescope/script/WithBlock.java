package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A {@code with} statement: whatever happens in its body, its contexts are left, the last one first. */
final class WithBlock {
    private WithBlock() {}

    static void run(Interpreter script, Node.With with, Frame frame) {
        List<Object> values = new ArrayList<>();
        try {
            for (int i = 0; i < with.contexts().size(); i++) {
                Node.Expr context = with.contexts().get(i);
                Object value = script.timed(with, () -> script.evaluator.eval(context, frame));
                values.add(value);
                String name = with.names().get(i);
                if (name != null)
                    frame.set(name, value);
            }
            script.execute(with.body(), frame);
        } finally {
            for (Object value : values.reversed())
                if (value instanceof Values.Custom custom && custom.attribute("__exit__") instanceof Object exit)
                    script.call(exit, List.of(), Map.of());
        }
    }
}
