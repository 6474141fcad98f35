package org.stridescope.script;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.stridescope.script.Node.Expr;
import org.stridescope.script.Node.Stmt;

/** Which names a function's body binds, and so are its own, as Python decides when it compiles. */
final class Locals {
    private Locals() {}

    /** The scope of a function: its parameters, in order, and the names that its body binds. */
    static Scope scope(List<Node.Parameter> parameters, List<Stmt> body) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> globals = new HashSet<>();
        Set<String> nonlocals = new HashSet<>();
        parameters.forEach(parameter -> names.add(parameter.name()));
        for (Stmt statement : body)
            collect(statement, names);
        outer(body, globals, nonlocals);
        names.removeAll(globals);
        names.removeAll(nonlocals);
        return Scope.function(names, globals, nonlocals);
    }

    private static void collect(Stmt statement, Set<String> names) {
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
                for (Expr target : with.targets())
                    if (target != null)
                        bind(target, names);
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

    /** Names declared global or nonlocal, wherever in the body; they are not the function's own. */
    private static void outer(List<Stmt> body, Set<String> globals, Set<String> nonlocals) {
        for (Stmt statement : body) {
            switch (statement) {
                case Node.Outer outer -> (outer.global() ? globals : nonlocals).addAll(outer.names());
                case Node.If choice -> {
                    outer(choice.body(), globals, nonlocals);
                    outer(choice.otherwise(), globals, nonlocals);
                }
                case Node.For loop -> outer(loop.body(), globals, nonlocals);
                case Node.While loop -> outer(loop.body(), globals, nonlocals);
                case Node.With with -> outer(with.body(), globals, nonlocals);
                case Node.Try attempt -> outer(attempt.body(), globals, nonlocals);
                default -> {}
            }
        }
    }
}
