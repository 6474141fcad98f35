package org.stridescope.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.Index;
import org.stridescope.array.NDArray;
import org.stridescope.script.Node.Stmt;
import org.stridescope.script.Values.ExceptionValue;
import org.stridescope.script.Values.Singleton;

/**
 * Runs statements, one by one, by walking the tree. Bounds time, depth of calls and what is printed; frees arrays that
 * nothing names any more; and counts what each line costs when asked to.
 */
public final class Interpreter {
    private static final int LOOK_EVERY = 256;
    /** Bytes held beyond which arrays are looked through after each statement; below, memory is left alone. */
    private static final long SWEEP_FROM = 32L << 20;

    final Library library;
    final ScriptLimits limits;
    final Evaluator evaluator;
    private final ArrayMemory memory;
    private final Deque<Frame> frames = new ArrayDeque<>();
    /** Values of expressions under way: what a sweep must not free. */
    private final List<Object> pins = new ArrayList<>();
    /** One for a script and all tasks it starts. */
    private final Printout printed;
    private final @Nullable Map<Integer, LineCost> costs;
    private final WriteLog writes = new WriteLog();
    private int line;
    private long deadline;
    private boolean elsewhere;
    private int ticks;
    private long sweptAt;
    private long freed;

    Interpreter(Library library, ScriptLimits limits, ArrayMemory memory, boolean counting) {
        this.library = library;
        this.limits = limits;
        this.memory = memory;
        costs = counting ? new TreeMap<>() : null;
        printed = new Printout();
        evaluator = new Evaluator(this);
    }

    /** For a call in another thread: frames and memory of its own, the same library, limits, deadline and printout. */
    Interpreter(Interpreter caller, ArrayMemory memory) {
        library = caller.library;
        limits = caller.limits;
        deadline = caller.deadline;
        printed = caller.printed;
        this.memory = memory;
        costs = null;
        evaluator = new Evaluator(this);
    }

    /** One that runs no script, only calls of functions of a script that has ended. */
    static Interpreter after(Library library, ScriptLimits limits, ArrayMemory memory, Frame global) {
        Interpreter interpreter = new Interpreter(library, limits, memory, false);
        interpreter.deadline = System.nanoTime() + (long) (limits.seconds() * 1e9);
        interpreter.frames.push(global);
        return interpreter;
    }

    /** One in a worker process, for calls of functions that came there; what is left of the script's time is theirs. */
    static Interpreter elsewhere(Library library, ScriptLimits limits, ArrayMemory memory, long nanos) {
        Interpreter interpreter = new Interpreter(library, limits, memory, false);
        interpreter.deadline = System.nanoTime() + nanos;
        interpreter.elsewhere = true;
        return interpreter;
    }

    boolean isElsewhere() {
        return elsewhere;
    }

    /** The script's own frame, or where there is none that of a call in another thread. */
    Frame global() {
        return frames.isEmpty() ? Frame.global() : frames.getLast();
    }

    public ArrayMemory memory() {
        return memory;
    }

    /** Runs a script in this frame; the value of its last expression, or null where it ends in another statement. */
    @Nullable
    Object run(List<Stmt> script, Frame global) {
        deadline = System.nanoTime() + (long) (limits.seconds() * 1e9);
        frames.clear();
        frames.push(global);
        Object last = null;
        try {
            for (Stmt statement : script) {
                last = null;
                if (statement instanceof Node.Evaluate evaluate && statement == script.getLast()) {
                    last = timed(evaluate, () -> evaluator.eval(evaluate.value(), global));
                } else {
                    execute(statement, global);
                }
            }
            return last;
        } catch (Jump jump) {
            throw new ScriptError("SyntaxError",
                    "'" + jump.word() + "' outside " + (jump.kind == null ? "function" : "loop"))
                    .at(jump.place.line(), jump.place.column());
        }
    }

    void execute(List<Stmt> statements, Frame frame) {
        for (Stmt statement : statements)
            execute(statement, frame);
    }

    private void execute(Stmt statement, Frame frame) {
        tick();
        switch (statement) {
            case Node.If choice ->
                execute(test(choice, choice.condition(), frame) ? choice.body() : choice.otherwise(), frame);
            case Node.While loop -> Repetition.run(this, loop, frame);
            case Node.For loop -> Repetition.run(this, loop, frame);
            case Node.Try attempt -> Attempt.run(this, attempt, frame);
            case Node.With with -> WithBlock.run(this, with, frame);
            default -> timed(statement, () -> {
                simple(statement, frame);
                return Singleton.NONE;
            });
        }
    }

    /** The truth of a condition, as part of this statement's line. */
    boolean test(Stmt statement, Node.Expr condition, Frame frame) {
        return Boolean.TRUE.equals(timed(statement, () -> truth(evaluator.eval(condition, frame))));
    }

    /** Runs one line, notes its cost, and frees what it left over. */
    Object timed(Stmt statement, java.util.function.Supplier<Object> body) {
        int mark = pins.size();
        if (costs == null) {
            Object value = located(statement, body);
            release(mark, value);
            return value;
        }
        int outer = line;
        line = statement.place().line();
        long start = System.nanoTime();
        long allocated = memory.allocatedBytes();
        long copies = memory.copies();
        long freedBefore = freed;
        try {
            Object value = located(statement, body);
            long nanos = System.nanoTime() - start;
            release(mark, value);
            LineCost cost = costs.getOrDefault(line, new LineCost(line, 0, 0, 0, 0, 0));
            costs.put(line, cost.plus(nanos, memory.allocatedBytes() - allocated, freed - freedBefore,
                    memory.copies() - copies));
            return value;
        } finally {
            line = outer;
            if (pins.size() > mark)
                pins.subList(mark, pins.size()).clear();
        }
    }

    /** Errors that come out of this get the statement's place, where they have none. */
    <T> T located(Stmt statement, java.util.function.Supplier<T> body) {
        try {
            return body.get();
        } catch (ArrayError e) {
            throw ScriptError.of(e).at(statement.place().line(), statement.place().column());
        } catch (ScriptError e) {
            throw e.at(statement.place().line(), statement.place().column());
        } catch (CancellationException e) {
            throw late(limits).at(statement.place().line(), statement.place().column());
        } catch (ArithmeticException e) {
            throw ScriptError.value(
                    "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.")
                    .at(statement.place().line(), statement.place().column());
        }
    }

    private void release(int mark, Object result) {
        if (pins.size() > mark)
            pins.subList(mark, pins.size()).clear();
        long held = memory.heldBytes();
        long since = memory.allocatedBytes() - sweptAt;
        // where costs are counted, what a line drops is freed on that line, whether or not it allocates
        boolean due = costs == null
                ? since > 0 && held >= SWEEP_FROM && since >= Math.min(held >> 3, SWEEP_FROM)
                : held > 0;
        if (!due)
            return;
        pins.add(result);
        Sweep.run(memory, frames, pins);
        pins.removeLast();
        freed += Math.max(0, held - memory.heldBytes());
        sweptAt = memory.allocatedBytes();
    }

    /** Keeps a value from being freed until the statement under way is done. */
    void pin(Object value) {
        pins.add(value);
    }

    int pinned() {
        return pins.size();
    }

    /** Lets go of values pinned since, but for this one. */
    void unpin(int mark, Object value) {
        if (pins.size() > mark)
            pins.subList(mark, pins.size()).clear();
        pins.add(value);
    }

    private void simple(Stmt statement, Frame frame) {
        switch (statement) {
            case Node.Evaluate evaluate -> evaluator.eval(evaluate.value(), frame);
            case Node.Assign assign -> {
                Object value = evaluator.eval(assign.value(), frame);
                for (Node.Expr target : assign.targets())
                    evaluator.assign(target, value, frame);
            }
            case Node.Augment augment -> evaluator.augment(augment, frame);
            case Node.Define define -> define(define, frame);
            case Node.Import imported -> library.load(imported, frame);
            case Node.ImportFrom imported -> library.load(imported, frame);
            case Node.Return back -> throw new Jump(back.place(), null, back.value() == null
                    ? Singleton.NONE
                    : evaluator.eval(back.value(), frame));
            case Node.Assert check -> {
                if (truth(evaluator.eval(check.condition(), frame)))
                    return;
                throw new ScriptError("AssertionError", check.message() == null
                        ? ""
                        : Repr.str(evaluator.eval(check.message(), frame)));
            }
            case Node.Raise raise -> raise(raise, frame);
            case Node.Delete delete -> delete.targets().forEach(target -> evaluator.delete(target, frame));
            case Node.Outer outer -> outer.names().forEach(frame::borrow);
            case Node.Jump jump -> {
                if (jump.kind() != Node.Jump.Kind.PASS)
                    throw new Jump(jump.place(), jump.kind(), Singleton.NONE);
            }
            case Node.Magic magic -> Magics.run(this, magic, frame);
            default -> throw new IllegalStateException("no simple statement: " + statement);
        }
    }

    private void define(Node.Define define, Frame frame) {
        Object function = new Function(define.definition(), evaluator.defaults(define.definition(), frame), frame);
        for (int i = define.decorators().size() - 1; i >= 0; i--) {
            function = evaluator.call(evaluator.eval(define.decorators().get(i), frame), List.of(function), Map.of());
        }
        frame.set(define.definition().name(), function);
    }

    private void raise(Node.Raise raise, Frame frame) {
        if (raise.value() == null)
            throw new ScriptError("RuntimeError", "No active exception to reraise");
        Object value = evaluator.eval(raise.value(), frame);
        if (value instanceof Values.TypeValue type && type.make() != null)
            value = evaluator.call(type, List.of(), Map.of());
        if (!(value instanceof ExceptionValue exception)) {
            throw ScriptError.type("exceptions must derive from BaseException");
        }
        throw new ScriptError(exception.kind(),
                exception.args().isEmpty() ? "" : Repr.str(exception.args().getFirst()));
    }

    /** Lets go of values pinned since. */
    void unpinTo(int mark) {
        if (pins.size() > mark)
            pins.subList(mark, pins.size()).clear();
    }

    int depth() {
        return frames.size();
    }

    /** Leaves the calls that an error came out of. */
    void backTo(int depth) {
        while (frames.size() > depth)
            frames.pop();
    }

    /** Calls a script's own function in a frame of its own. */
    Object call(Function function, Frame frame) {
        if (frames.size() >= limits.depth()) {
            throw new ScriptError("RecursionError", "maximum recursion depth exceeded");
        }
        frames.push(frame);
        int mark = pins.size();
        try {
            execute(function.definition().body(), frame);
            return Singleton.NONE;
        } catch (Jump jump) {
            if (jump.kind != null)
                throw jump;
            return jump.value;
        } catch (StackOverflowError e) {
            throw new ScriptError("RecursionError", "maximum recursion depth exceeded");
        } finally {
            frames.pop();
            unpinTo(mark);
        }
    }

    /** Looks at the clock, now and then; called wherever a script could stay for ever. */
    void tick() {
        if (++ticks % LOOK_EVERY != 0)
            return;
        if (Thread.currentThread().isInterrupted() || System.nanoTime() > deadline)
            throw late(limits);
    }

    static ScriptError late(ScriptLimits limits) {
        double seconds = limits.seconds();
        String text = seconds == (long) seconds ? Long.toString((long) seconds) : Double.toString(seconds);
        return new ScriptError("TimeoutError", "the script ran longer than its limit of " + text + " s");
    }

    long nanosLeft() {
        return deadline - System.nanoTime();
    }

    public void print(String text) {
        printed.add(text, limits.items());
    }

    String printed() {
        return printed.text();
    }

    /** Notes what the line under way wrote in place, where lines are counted. */
    void wrote(NDArray array) {
        if (costs != null)
            writes.whole(line, array);
    }

    void wrote(NDArray array, List<Index> indices) {
        if (costs != null)
            writes.chosen(line, array, indices);
    }

    List<LineWrite> writes() {
        return writes.writes();
    }

    List<LineCost> costs() {
        return costs == null ? List.of() : List.copyOf(costs.values());
    }

    /** Python's truth of a value. */
    public boolean truth(Object value) {
        return Truth.of(value);
    }

    /** All items of something that can be iterated over. */
    public List<Object> items(Object value) {
        List<Object> items = new ArrayList<>();
        var iterator = Iteration.over(value, this);
        while (iterator.hasNext()) {
            if (items.size() >= limits.items()) {
                throw new ScriptError("MemoryError", "a list of more than " + limits.items() + " items");
            }
            if ((items.size() & 0xff) == 0)
                tick();
            items.add(iterator.next());
        }
        return items;
    }

    public Object call(Object function, List<Object> positions, Map<String, Object> named) {
        return evaluator.call(function, positions, named);
    }
}
