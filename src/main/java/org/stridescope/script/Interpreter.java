package org.stridescope.script;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.Index;
import org.stridescope.array.NDArray;
import org.stridescope.script.Node.Stmt;
import org.stridescope.script.Values.PyList;
import org.stridescope.script.Values.Singleton;

/**
 * One run of a script: its limits in time, depth of calls and what is printed, its memory, and calls of its functions. The
 * statements themselves are run by {@link Statements}, values are found by {@link Evaluator}.
 */
public final class Interpreter {
    private static final int LOOK_EVERY = 256;
    private static final int HEAP_EVERY = 16;
    /** Items of values so large that few of them fill the heap. */
    private static final int LARGE = 50_000;

    final Library library;
    final ScriptLimits limits;
    final Roots roots;
    final Evaluator evaluator;
    final Statements statements;
    /** Errors whose handlers are under way: what a bare {@code raise} raises again. */
    final Deque<ScriptError> handling = new ArrayDeque<>();
    /** One for a script and all tasks it starts. */
    private final Printout printed;
    private final HeapWatch heap;
    private final @Nullable LineCosts costs;
    private long deadline;
    private boolean elsewhere;
    private int ticks;

    Interpreter(Library library, ScriptLimits limits, ArrayMemory memory, boolean counting) {
        this(library, limits, memory, counting, new Printout(), new HeapWatch());
    }

    private Interpreter(Library library, ScriptLimits limits, ArrayMemory memory, boolean counting, Printout printed,
            HeapWatch heap) {
        this.library = library;
        this.limits = limits;
        this.printed = printed;
        this.heap = heap;
        roots = new Roots(memory, counting);
        costs = counting ? new LineCosts(roots) : null;
        evaluator = new Evaluator(this);
        statements = new Statements(this, costs);
    }

    /** For a call in another thread: frames and memory of its own, the same library, limits, deadline and printout. */
    Interpreter(Interpreter caller, ArrayMemory memory) {
        this(caller.library, caller.limits, memory, false, caller.printed, caller.heap);
        deadline = caller.deadline;
    }

    /** One that runs no script, only calls of functions of a script that has ended. */
    static Interpreter after(Library library, ScriptLimits limits, ArrayMemory memory, Frame global) {
        Interpreter interpreter = new Interpreter(library, limits, memory, false);
        interpreter.begin(global);
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

    private void begin(Frame global) {
        deadline = System.nanoTime() + (long) (limits.seconds() * 1e9);
        roots.begin(global);
    }

    /** The script's own frame, or where there is none that of a call in another thread. */
    Frame global() {
        Frame outermost = roots.outermost();
        return outermost == null ? Frame.global() : outermost;
    }

    public ArrayMemory memory() {
        return roots.memory;
    }

    /** Runs a script in this frame; the value of its last expression, or null where it ends in another statement. */
    @Nullable
    Object run(List<Stmt> script, Frame global) {
        begin(global);
        return statements.run(script, global);
    }

    /** Calls a script's own function in a frame of its own. */
    Object call(Function function, Frame frame) {
        if (function.definition().generator())
            return Generators.of(function, frame, this);
        enter();
        boolean called = roots.enterScript(frame);
        int mark = roots.mark();
        try {
            Exit exit = statements.execute(function.definition().body(), frame);
            return exit == Exit.RETURN ? statements.returned() : Singleton.NONE;
        } catch (StackOverflowError e) {
            throw new ScriptError("RecursionError", "maximum recursion depth exceeded");
        } finally {
            roots.leaveScript(called);
            roots.cut(mark);
        }
    }

    /** RecursionError where one call more would be too deep. */
    void enter() {
        if (roots.depth() >= limits.depth())
            throw new ScriptError("RecursionError", "maximum recursion depth exceeded");
    }

    /** Looks at the clock, now and then; called wherever a script could stay for ever. */
    void tick() {
        ticks++;
        if (ticks % HEAP_EVERY == 0)
            heap.look();
        if (ticks % LOOK_EVERY == 0)
            look();
    }

    /** Looks at the clock; for steps that are long themselves. */
    void look() {
        if (Thread.currentThread().isInterrupted() || System.nanoTime() > deadline)
            throw late(limits);
        heap.look();
    }

    static ScriptError late(ScriptLimits limits) {
        double seconds = limits.seconds();
        String text = seconds == (long) seconds ? Long.toString((long) seconds) : Double.toString(seconds);
        return new ScriptError("TimeoutError", "the script ran longer than its limit of " + text + " s");
    }

    long nanosLeft() {
        return deadline - System.nanoTime();
    }

    /** MemoryError where a list, a text or a dict of so many items is more than a script may have. */
    void room(long items) {
        if (items > limits.items())
            throw new ScriptError("MemoryError", "more than " + limits.items() + " items or characters in one value");
        if (items > LARGE)
            look();
    }

    /** As {@link #room} for one that grows item by item. */
    void grows(long items) {
        if (items > limits.items())
            room(items);
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
            costs.wrote(array);
    }

    void wrote(NDArray array, List<Index> indices) {
        if (costs != null)
            costs.wrote(array, indices);
    }

    List<LineWrite> writes() {
        return costs == null ? List.of() : costs.writes();
    }

    List<LineCost> costs() {
        return costs == null ? List.of() : costs.costs();
    }

    /** Python's truth of a value. */
    public boolean truth(Object value) {
        return Truth.of(value);
    }

    /** All items of something that can be iterated over, in a new list. */
    public List<Object> items(Object value) {
        PyList list = new PyList();
        roots.pin(list);
        Iterator<Object> iterator = Iteration.over(value, this);
        int mark = roots.mark();
        while (iterator.hasNext()) {
            if (list.items.size() >= limits.items())
                room(list.items.size() + 1L);
            tick();
            list.items.add(iterator.next());
            roots.cut(mark);
        }
        return list.items;
    }

    /** Calls whatever can be called, for a function of a library: what it gives is kept until that function ends. */
    public Object call(Object function, List<Object> positions, Map<String, Object> named) {
        Object value = evaluator.calls.call(function, positions, named);
        roots.pin(value);
        return value;
    }
}
