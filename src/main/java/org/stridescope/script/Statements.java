package org.stridescope.script;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.script.Node.Stmt;
import org.stridescope.script.Values.ExceptionValue;
import org.stridescope.script.Values.Singleton;

/** Runs statements one by one: frees what each leaves over, and gives errors their place. */
final class Statements {
    private final Interpreter in;
    private final @Nullable LineCosts costs;
    private Object returned = Singleton.NONE;

    Statements(Interpreter in, @Nullable LineCosts costs) {
        this.in = in;
        this.costs = costs;
    }

    /** The value of the last statement, where it is an expression. */
    @Nullable
    Object run(List<Stmt> script, Frame global) {
        for (int i = 0; i < script.size() - 1; i++)
            execute(script.get(i), global);
        if (script.isEmpty())
            return null;
        if (script.getLast() instanceof Node.Evaluate last)
            return timed(last, () -> in.evaluator.eval(last.value(), global));
        execute(script.getLast(), global);
        return null;
    }

    /** What the function that has just ended by {@code return} gives. */
    Object returned() {
        return returned;
    }

    void returns(Object value) {
        returned = value;
    }

    /** How the last of them ended; null where it ran to its end. */
    @Nullable
    Exit execute(List<Stmt> statements, Frame frame) {
        for (int i = 0; i < statements.size(); i++) {
            Exit exit = execute(statements.get(i), frame);
            if (exit != null)
                return exit;
        }
        return null;
    }

    @Nullable
    Exit execute(Stmt statement, Frame frame) {
        in.tick();
        return switch (statement) {
            case Node.If choice ->
                execute(test(choice, choice.condition(), frame) ? choice.body() : choice.otherwise(), frame);
            case Node.While loop -> Repetition.run(in, loop, frame);
            case Node.For loop -> Repetition.run(in, loop, frame);
            case Node.Try attempt -> Attempt.run(in, attempt, frame);
            case Node.With with -> WithBlock.run(in, with, frame);
            case Node.Return back -> {
                Node.Expr value = back.value();
                if (value == null)
                    passed(back);
                returned = value == null ? Singleton.NONE : timed(back, () -> in.evaluator.eval(value, frame));
                yield Exit.RETURN;
            }
            case Node.Jump jump -> {
                passed(jump);
                yield switch (jump.kind()) {
                    case PASS -> null;
                    case BREAK -> Exit.BREAK;
                    case CONTINUE -> Exit.CONTINUE;
                };
            }
            default -> {
                simple(statement, frame);
                yield null;
            }
        };
    }

    /** The truth of a condition, as part of this statement's line. */
    boolean test(Stmt statement, Node.Expr condition, Frame frame) {
        return Boolean.TRUE.equals(timed(statement, () -> in.truth(in.evaluator.eval(condition, frame))));
    }

    private void simple(Stmt statement, Frame frame) {
        timed(statement, () -> {
            perform(statement, frame);
            return Singleton.NONE;
        });
    }

    /** Notes a line that does nothing but go elsewhere, where lines are counted. */
    private void passed(Stmt statement) {
        if (costs != null)
            timed(statement, () -> Singleton.NONE);
    }

    /** Runs one line, notes its cost where lines are counted, and frees what it left over; a line that fails has run too. */
    Object timed(Stmt statement, Supplier<Object> body) {
        int mark = in.roots.mark();
        if (costs == null) {
            Object value = located(statement, body);
            in.roots.release(mark, value);
            return value;
        }
        LineCosts.Begun line = costs.begin(statement.place().line());
        long nanos = -1;
        try {
            Object value = located(statement, body);
            nanos = line.nanos();
            in.roots.release(mark, value);
            return value;
        } finally {
            line.done(nanos < 0 ? line.nanos() : nanos);
            line.leave();
        }
    }

    /** Errors that come out of this get the statement's place, where they have none. */
    <T> T located(Stmt statement, Supplier<T> body) {
        try {
            return body.get();
        } catch (ArrayError e) {
            throw ScriptError.of(e).at(statement.place());
        } catch (ScriptError e) {
            throw e.at(statement.place());
        } catch (CancellationException e) {
            throw Interpreter.late(in.limits).at(statement.place());
        } catch (ArithmeticException e) {
            throw ScriptError.tooBig().at(statement.place());
        } catch (OutOfMemoryError e) {
            throw new ScriptError("MemoryError", "the script used up the memory for lists and strings")
                    .at(statement.place());
        } catch (InternalError e) {
            // so the JVM says that bytes of a mapped file are not there any more
            throw new ScriptError("OSError",
                    "a file whose array is in use was cut off or replaced meanwhile; load it again")
                    .at(statement.place());
        }
    }

    private void perform(Stmt statement, Frame frame) {
        Evaluator evaluator = in.evaluator;
        switch (statement) {
            case Node.Evaluate evaluate -> evaluator.eval(evaluate.value(), frame);
            case Node.Assign assign -> {
                Object value = evaluator.eval(assign.value(), frame);
                for (Node.Expr target : assign.targets())
                    evaluator.targets.assign(target, value, frame);
            }
            case Node.Augment augment -> evaluator.targets.augment(augment, frame);
            case Node.Define define -> define(define, frame);
            case Node.Import imported -> in.library.load(imported, frame);
            case Node.ImportFrom imported -> in.library.load(imported, frame);
            case Node.Assert check -> {
                if (in.truth(evaluator.eval(check.condition(), frame)))
                    return;
                throw new ScriptError("AssertionError", check.message() == null
                        ? ""
                        : Repr.str(evaluator.eval(check.message(), frame)));
            }
            case Node.Raise raise -> throw raised(raise, frame);
            case Node.Delete delete -> delete.targets().forEach(target -> evaluator.targets.delete(target, frame));
            // the names' scope has known since it was read
            case Node.Outer outer -> {}
            case Node.Magic magic -> Magics.run(in, magic, frame);
            default -> throw new IllegalStateException("no simple statement: " + statement);
        }
    }

    private void define(Node.Define define, Frame frame) {
        Evaluator evaluator = in.evaluator;
        Object function = new Function(define.definition(), evaluator.defaults(define.definition(), frame), frame);
        for (int i = define.decorators().size() - 1; i >= 0; i--)
            function = in.call(evaluator.eval(define.decorators().get(i), frame), List.of(function), Map.of());
        frame.set(define.definition().name(), function);
    }

    private ScriptError raised(Node.Raise raise, Frame frame) {
        if (raise.value() == null) {
            if (in.handling.isEmpty())
                return new ScriptError("RuntimeError", "No active exception to reraise");
            return in.handling.peek();
        }
        Object value = in.evaluator.eval(raise.value(), frame);
        if (raise.cause() != null)
            in.evaluator.eval(raise.cause(), frame);
        if (value instanceof Values.TypeValue type && type.make() != null)
            value = in.call(type, List.of(), Map.of());
        if (value instanceof ExceptionValue exception)
            return ScriptError.of(exception);
        return ScriptError.type("exceptions must derive from BaseException");
    }
}
