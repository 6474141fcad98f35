package org.stridescope.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.script.Node.Stmt;
import org.stridescope.script.Values.PyIterator;
import org.stridescope.script.Values.Singleton;

/**
 * A function's body that stops at each {@code yield} and goes on there when the next value is wanted. Statements without a
 * yield run as always; those with one are unfolded into {@link Block}s, the innermost on top.
 */
final class Generator extends Lookahead {
    private final Function function;
    private final Frame frame;
    private final Deque<Block> blocks = new ArrayDeque<>();
    private Object sent = Singleton.NONE;
    private Object returned = Singleton.NONE;
    /** The statement whose yield it stands at. */
    private @Nullable Stmt waiting;
    private boolean running;

    Generator(Function function, Frame frame, Interpreter in) {
        super(in);
        this.function = function;
        this.frame = frame;
        blocks.push(new Block.Run(function.definition().body()));
    }

    Collection<Object> holds() {
        List<Object> held = new ArrayList<>(List.of(function, frame, sent, returned));
        if (next != null)
            held.add(next);
        for (Block block : blocks)
            block.holds(held);
        return held;
    }

    @Override
    boolean isOver() {
        return blocks.isEmpty();
    }

    void send(Object value) {
        if (waiting == null && value != Singleton.NONE)
            throw ScriptError.type("can't send non-None value to a just-started generator");
        sent = value;
    }

    void close() {
        blocks.clear();
        next = null;
    }

    ScriptError stopped() {
        return ScriptError.of(new Values.ExceptionValue("StopIteration",
                returned == Singleton.NONE ? List.of() : List.of(returned)));
    }

    @Override
    void fetch() {
        if (running)
            throw ScriptError.value("generator already executing");
        in.enter();
        boolean called = in.roots.enterScript(frame);
        int mark = in.roots.mark();
        int handling = in.handling.size();
        running = true;
        try {
            handlers().forEach(in.handling::push);
            take();
            while (next == null && !blocks.isEmpty()) {
                in.tick();
                in.roots.cut(mark);
                step();
            }
        } catch (ScriptError e) {
            blocks.clear();
            throw e.kind().equals("StopIteration")
                    ? new ScriptError("RuntimeError", "generator raised StopIteration").at(e.line(), e.column())
                    : e;
        } finally {
            running = false;
            while (in.handling.size() > handling)
                in.handling.pop();
            in.roots.leaveScript(called);
            in.roots.cut(mark);
        }
    }

    private List<ScriptError> handlers() {
        List<ScriptError> errors = new ArrayList<>();
        blocks.descendingIterator().forEachRemaining(block -> {
            if (block instanceof Block.Trying attempt && attempt.part == Block.Trying.Part.HANDLER
                    && attempt.error != null)
                errors.add(attempt.error);
        });
        return errors;
    }

    /** The value of the yield it stood at is what was sent. */
    private void take() {
        Object value = sent;
        sent = Singleton.NONE;
        if (blocks.peek() instanceof Block.From from) {
            if (value != Singleton.NONE && from.of() instanceof PyIterator of && of.items instanceof Generator other)
                other.send(value);
            return;
        }
        if (waiting instanceof Node.Assign assign)
            assign(assign, value);
    }

    private void assign(Node.Assign assign, Object value) {
        in.statements.located(assign, () -> {
            for (Node.Expr target : assign.targets())
                in.evaluator.targets.assign(target, value, frame);
            return value;
        });
    }

    private void step() {
        try {
            switch (blocks.element()) {
                case Block.Run run -> {
                    Stmt statement = run.next();
                    if (statement == null)
                        blocks.pop();
                    else
                        begin(statement);
                }
                case Block.Whiling whiling -> {
                    if (in.statements.test(whiling.loop(), whiling.loop().condition(), frame))
                        blocks.push(new Block.Run(whiling.loop().body()));
                    else
                        instead(whiling.loop().otherwise());
                }
                case Block.Looping looping -> {
                    if (Repetition.next(in, looping.loop(), looping.items(), frame))
                        blocks.push(new Block.Run(looping.loop().body()));
                    else
                        instead(looping.loop().otherwise());
                }
                case Block.Within within -> {
                    blocks.pop();
                    WithBlock.leave(in, within.contexts());
                }
                case Block.From from -> delegate(from);
                case Block.Trying attempt -> GeneratorExits.partEnded(attempt, blocks, this::leave);
            }
        } catch (ScriptError e) {
            if (e.isFinal())
                throw e;
            GeneratorExits.failed(e, blocks, in, frame);
        }
    }

    private void instead(List<Stmt> otherwise) {
        blocks.pop();
        blocks.push(new Block.Run(otherwise));
    }

    private void begin(Stmt statement) {
        if (!function.definition().yielding().contains(statement)) {
            Exit exit = in.statements.execute(statement, frame);
            if (exit != null)
                leave(exit, in.statements.returned());
            return;
        }
        switch (statement) {
            case Node.Evaluate evaluate when evaluate.value() instanceof Node.Yield yields -> stop(statement, yields);
            case Node.Assign assign when assign.value() instanceof Node.Yield yields -> stop(statement, yields);
            case Node.If choice -> blocks.push(new Block.Run(in.statements.test(choice, choice.condition(), frame)
                    ? choice.body()
                    : choice.otherwise()));
            case Node.While loop -> blocks.push(new Block.Whiling(loop));
            case Node.For loop -> {
                Object of = in.statements.timed(loop, () -> in.evaluator.eval(loop.of(), frame));
                blocks.push(new Block.Looping(loop, of, in.statements.located(loop, () -> Iteration.over(of, in))));
            }
            case Node.Try attempt -> {
                blocks.push(new Block.Trying(attempt));
                blocks.push(new Block.Run(attempt.body()));
            }
            case Node.With with -> {
                List<Object> contexts = new ArrayList<>();
                blocks.push(new Block.Within(contexts));
                WithBlock.enter(in, with, frame, contexts);
                blocks.push(new Block.Run(with.body()));
            }
            default -> throw new IllegalStateException("no statement that yields: " + statement);
        }
    }

    private void stop(Stmt statement, Node.Yield yields) {
        Node.Expr expr = yields.value();
        Object value = expr == null
                ? Singleton.NONE
                : in.statements.timed(statement, () -> in.evaluator.eval(expr, frame));
        waiting = statement;
        if (yields.from())
            blocks.push(new Block.From(statement, value,
                    in.statements.located(statement, () -> Iteration.over(value, in))));
        else
            next = value;
    }

    private void delegate(Block.From from) {
        if (from.items().hasNext()) {
            next = from.items().next();
            return;
        }
        blocks.pop();
        Object value = from.of() instanceof PyIterator of && of.items instanceof Generator other
                ? other.returned
                : Singleton.NONE;
        if (from.statement() instanceof Node.Assign assign)
            assign(assign, value);
    }

    /** {@code break}, {@code continue} or {@code return}: out of the blocks within, by way of what is to be done last. */
    private void leave(Exit exit, Object value) {
        if (GeneratorExits.leave(exit, value, blocks, in))
            returned = value;
    }
}
