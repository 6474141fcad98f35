package org.stridescope.script;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The syntax tree of a script: what the interpreter walks. */
final class Node {
    private Node() {}

    /** A place in the script, both counted from 1. */
    record Place(int line, int column) implements Serializable {}

    sealed interface Expr extends Serializable {
        Place place();
    }

    record Literal(Place place, Object value) implements Expr {}

    /** Remembers where it was found last. */
    static final class Name implements Expr {
        private final Place place;
        private final String name;
        transient Frame.@Nullable Found found;

        Name(Place place, String name) {
            this.place = place;
            this.name = name;
        }

        @Override
        public Place place() {
            return place;
        }

        String name() {
            return name;
        }
    }

    /** An f-string: texts and {@link Field}s. */
    record Format(Place place, List<Object> parts) implements Expr {}

    record Field(Expr value, char conversion, @Nullable Format spec, @Nullable String shown) implements Serializable {}

    record Attribute(Place place, Expr of, String name) implements Expr {}

    record Invoke(Place place, Expr function, List<Argument> arguments) implements Expr {}

    /** {@code name} is null for a position; {@code stars} is 1 or 2 for an unpacked sequence or dict. */
    record Argument(@Nullable String name, Expr value, int stars) implements Serializable {}

    record Subscript(Place place, Expr of, List<Expr> indices, boolean tuple) implements Expr {}

    record SliceNode(Place place, @Nullable Expr start, @Nullable Expr stop, @Nullable Expr step) implements Expr {}

    record Unary(Place place, String operator, Expr operand) implements Expr {}

    record Binary(Place place, String operator, Expr left, Expr right) implements Expr {}

    /** {@code a < b < c}: operators between neighbours. */
    record Compare(Place place, List<Expr> operands, List<String> operators) implements Expr {}

    record Logical(Place place, boolean and, Expr left, Expr right) implements Expr {}

    record Not(Place place, Expr operand) implements Expr {}

    record Conditional(Place place, Expr then, Expr condition, Expr otherwise) implements Expr {}

    record Lambda(Place place, Definition definition) implements Expr {}

    record Walrus(Place place, String name, Expr value) implements Expr {}

    record Sequence(Place place, Kind kind, List<Expr> items) implements Expr {
        enum Kind {
            LIST, TUPLE, SET
        }
    }

    record Starred(Place place, Expr of) implements Expr {}

    /** Pairs; a null key unpacks the value. */
    record DictNode(Place place, List<@Nullable Expr> keys, List<Expr> values) implements Expr {}

    record Comprehension(Place place, Kind kind, Expr element, @Nullable Expr value, List<Clause> clauses,
            Scope scope) implements Expr {
        enum Kind {
            LIST, SET, DICT, GENERATOR
        }
    }

    record Clause(Expr target, Expr of, List<Expr> filters) implements Serializable {}

    sealed interface Stmt extends Serializable {
        Place place();
    }

    record Evaluate(Place place, Expr value) implements Stmt {}

    record Assign(Place place, List<Expr> targets, Expr value) implements Stmt {}

    record Augment(Place place, Expr target, String operator, Expr value) implements Stmt {}

    record If(Place place, Expr condition, List<Stmt> body, List<Stmt> otherwise) implements Stmt {}

    record While(Place place, Expr condition, List<Stmt> body, List<Stmt> otherwise) implements Stmt {}

    record For(Place place, Expr target, Expr of, List<Stmt> body, List<Stmt> otherwise) implements Stmt {}

    record Define(Place place, Definition definition, List<Expr> decorators) implements Stmt {}

    record Import(Place place, List<String> path, @Nullable String as) implements Stmt {}

    record ImportFrom(Place place, List<String> path, List<String[]> names) implements Stmt {}

    record Return(Place place, @Nullable Expr value) implements Stmt {}

    record Assert(Place place, Expr condition, @Nullable Expr message) implements Stmt {}

    record Raise(Place place, @Nullable Expr value, @Nullable Expr cause) implements Stmt {}

    record Delete(Place place, List<Expr> targets) implements Stmt {}

    record Outer(Place place, boolean global, List<String> names) implements Stmt {}

    record Try(Place place, List<Stmt> body, List<Handler> handlers, List<Stmt> otherwise,
            List<Stmt> last) implements Stmt {}

    record Handler(@Nullable Expr kind, @Nullable String name, List<Stmt> body) implements Serializable {}

    record With(Place place, List<Expr> contexts, List<@Nullable Expr> targets, List<Stmt> body) implements Stmt {}

    record Jump(Place place, Kind kind) implements Stmt {
        enum Kind {
            PASS, BREAK, CONTINUE
        }
    }

    /** A notebook's magic line: {@code %timeit x.sum()}. */
    record Magic(Place place, String text) implements Stmt {}

    /** {@code yield value} or {@code yield from value}: a statement of its own, or the whole right side of an assignment. */
    record Yield(Place place, @Nullable Expr value, boolean from) implements Expr {}

    /** A function's parameters and body; a lambda's body is one Return. {@code yielding} are those
     * of its statements that yield or hold one that does, by identity: where there are any it is a generator. */
    record Definition(String name, List<Parameter> parameters, List<Stmt> body, Scope scope,
            Set<Stmt> yielding) implements Serializable {
        boolean generator() {
            return !yielding.isEmpty();
        }
    }

    record Parameter(String name, int stars, boolean keywordOnly, @Nullable Expr otherwise) implements Serializable {}
}
