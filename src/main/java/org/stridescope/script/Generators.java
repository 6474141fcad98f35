package org.stridescope.script;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.stridescope.script.Node.Stmt;
import org.stridescope.script.Values.PyIterator;
import org.stridescope.script.Values.Singleton;

/** Functions with {@code yield}: calling one makes a generator, whose body runs as far as each value needs. */
final class Generators {
    private Generators() {}

    static PyIterator of(Function function, Frame frame, Interpreter in) {
        Generator generator = new Generator(function, frame, in);
        return new PyIterator(generator, "generator", generator::holds);
    }

    /** The statements of a function's body that yield, or hold one that does; none make it an ordinary function. */
    static Set<Stmt> yielding(List<Stmt> body) {
        Set<Stmt> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Stmt statement : body)
            yields(statement, found);
        return found;
    }

    private static boolean yields(Stmt statement, Set<Stmt> found) {
        boolean any = switch (statement) {
            case Node.Evaluate evaluate -> evaluate.value() instanceof Node.Yield;
            case Node.Assign assign -> assign.value() instanceof Node.Yield;
            case Node.If choice -> yields(choice.body(), found) | yields(choice.otherwise(), found);
            case Node.While loop -> yields(loop.body(), found) | yields(loop.otherwise(), found);
            case Node.For loop -> yields(loop.body(), found) | yields(loop.otherwise(), found);
            case Node.With with -> yields(with.body(), found);
            case Node.Try attempt -> {
                boolean inHandlers = false;
                for (Node.Handler handler : attempt.handlers())
                    inHandlers |= yields(handler.body(), found);
                yield inHandlers | yields(attempt.body(), found) | yields(attempt.otherwise(), found)
                        | yields(attempt.last(), found);
            }
            default -> false;
        };
        if (any)
            found.add(statement);
        return any;
    }

    private static boolean yields(List<Stmt> statements, Set<Stmt> found) {
        boolean any = false;
        for (Stmt statement : statements)
            any |= yields(statement, found);
        return any;
    }

    /** {@code send}, {@code close} and {@code __next__} of a generator. */
    static @org.jspecify.annotations.Nullable Object method(PyIterator of, String name) {
        return switch (name) {
            case "__next__" -> Attributes.bound("__next__()", call -> next(of));
            case "send" -> of.items instanceof Generator generator
                    ? Attributes.bound("send(value)", call -> {
                        generator.send(call.get("value"));
                        return next(of);
                    })
                    : null;
            case "close" -> of.items instanceof Generator generator
                    ? Attributes.bound("close()", call -> {
                        generator.close();
                        return Singleton.NONE;
                    })
                    : null;
            default -> null;
        };
    }

    static Object next(PyIterator iterator) {
        if (iterator.items.hasNext())
            return iterator.items.next();
        throw iterator.items instanceof Generator generator
                ? generator.stopped()
                : new ScriptError("StopIteration", "");
    }
}
