package org.stridescope.script;

import java.util.List;
import java.util.Set;

import org.stridescope.script.Node.Expr;
import org.stridescope.script.Node.Stmt;

/** Which names a function's body binds, and so are its own, as Python decides when it compiles. */
final class Locals {
    private Locals() {}

    static void collect(Stmt statement, Set<String> names) {
        switch (statement) {
            case Node.Assign assign -> assign.targets().forEach(target -> bind(target, names));
            case Node.Augment augment -> bind(augment.target(), names);
            case Node.For loop -> {
                bind(loop.target(), names);
                each(loop.body(), names);
                each(loop.otherwise(), names);
            }
            case Node.While loop -> {
                each(loop.body(), names);
                each(loop.otherwise(), names);
            }
            case Node.If choice -> {
                each(choice.body(), names);
                each(choice.otherwise(), names);
            }
            case Node.Try attempt -> {
                each(attempt.body(), names);
                attempt.handlers().forEach(handler -> {
                    if (handler.name() != null)
                        names.add(handler.name());
                    each(handler.body(), names);
                });
                each(attempt.otherwise(), names);
                each(attempt.last(), names);
            }
            case Node.With with -> {
                with.names().stream().filter(java.util.Objects::nonNull).forEach(names::add);
                each(with.body(), names);
            }
            case Node.Define define -> names.add(define.definition().name());
            case Node.Import imported -> names.add(imported.as() == null ? imported.path().getFirst() : imported.as());
            case Node.ImportFrom imported -> imported.names().forEach(name -> names.add(name[1]));
            default -> {}
        }
    }

    private static void each(List<Stmt> statements, Set<String> names) {
        statements.forEach(statement -> collect(statement, names));
    }

    private static void bind(Expr target, Set<String> names) {
        switch (target) {
            case Node.Name name -> names.add(name.name());
            case Node.Sequence sequence -> sequence.items().forEach(item -> bind(item, names));
            case Node.Starred starred -> bind(starred.of(), names);
            default -> {}
        }
    }

    /** Names declared global or nonlocal are not the function's own. */
    static void withoutOuter(List<Stmt> body, Set<String> names) {
        for (Stmt statement : body)
            if (statement instanceof Node.Outer outer)
                names.removeAll(outer.names());
    }
}
