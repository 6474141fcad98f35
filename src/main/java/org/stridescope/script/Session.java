package org.stridescope.script;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;

/**
 * A place where scripts run one after the other, and see the names of those before, as the cells of a notebook do. Each run
 * has a thread of its own with a deep stack; it ends by the limits at the latest. Arrays die when the session is closed.
 */
public final class Session implements AutoCloseable {
    /** Room for Python's thousand calls, each some twenty Java frames deep. */
    private static final long STACK_BYTES = 512L << 20;

    private final ScriptLimits limits;
    private final Library library;
    private final ArrayMemory memory;
    private final Frame global = Frame.global();

    /** With NumPy, SciPy's distances, time and math, in memory of its own. */
    public Session(ScriptLimits limits) {
        this(limits, new Library(Map.of()), ArrayMemory.recycled(limits.memoryBytes(), ArrayMemory.PLAIN));
    }

    public Session(ScriptLimits limits, Library library, ArrayMemory memory) {
        this.limits = limits;
        this.library = library;
        this.memory = memory;
        library.preload(global);
    }

    /**
     * How a run ended.
     *
     * @param value   of the last expression; null where the script ends in another statement, or in an error
     * @param printed what it printed until then
     * @param error   why it ended early, or null
     * @param costs   what each line cost, where that was asked for
     * @param writes  what lines wrote into arrays that were there before, in order, where costs were asked for
     */
    public record Outcome(@Nullable Object value, String printed, @Nullable ScriptError error, List<LineCost> costs,
            List<LineWrite> writes) {}

    /** Runs a script to its end, at the longest for the seconds of the limits. */
    public Outcome run(String source) {
        return run(source, false);
    }

    /** As {@link #run(String)}; {@code counting} notes what each line costs. */
    public Outcome run(String source, boolean counting) {
        Interpreter interpreter = new Interpreter(library, limits, memory, counting);
        Object[] value = {null};
        ScriptError[] error = {null};
        Thread thread = new Thread(null, () -> {
            try {
                value[0] = interpreter.run(Source.parse(source), global);
            } catch (ScriptError e) {
                error[0] = e;
            } catch (ArrayError e) {
                error[0] = ScriptError.of(e);
            } catch (CancellationException e) {
                error[0] = Interpreter.late(limits);
            } catch (StackOverflowError e) {
                error[0] = new ScriptError("RecursionError", "maximum recursion depth exceeded");
            } catch (OutOfMemoryError e) {
                error[0] = new ScriptError("MemoryError", "the script used up the memory for lists and strings");
            } catch (ArithmeticException e) {
                error[0] = ScriptError.value(
                        "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.");
            } catch (RuntimeException e) {
                // a fault of ours, said as such rather than hidden
                error[0] = new ScriptError("SystemError", "the interpreter failed: " + e);
            }
        }, "script", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        await(thread);
        return new Outcome(error[0] == null ? value[0] : null, interpreter.printed(), error[0], interpreter.costs(),
                interpreter.writes());
    }

    private void await(Thread thread) {
        boolean interrupted = false;
        long deadline = System.nanoTime() + (long) (limits.seconds() * 1e9);
        while (thread.isAlive()) {
            try {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0)
                    thread.interrupt();
                thread.join(Math.max(20, left));
            } catch (InterruptedException e) {
                interrupted = true;
                thread.interrupt();
            }
        }
        if (interrupted)
            Thread.currentThread().interrupt();
    }

    /** For calls that a graph makes after the script has ended; their time begins now. */
    Interpreter interpreter() {
        return Interpreter.after(library, limits, memory, global);
    }

    /** The first thing wrong with the syntax of a script; none where it parses. Nothing is run. */
    public static Optional<ScriptError> check(String source) {
        try {
            Source.parse(source);
            return Optional.empty();
        } catch (ScriptError error) {
            return Optional.of(error);
        }
    }

    /** All names and values, in the order they were first bound; modules and functions too. */
    public Map<String, Object> variables() {
        return Collections.unmodifiableMap(global.variables());
    }

    public Library library() {
        return library;
    }

    public ArrayMemory memory() {
        return memory;
    }

    @Override
    public void close() {
        memory.close();
    }
}
