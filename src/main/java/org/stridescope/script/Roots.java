package org.stridescope.script;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;

/**
 * What a run holds on to, so that all other arrays can be freed while it goes on: the frames of the calls under way; the
 * values of expressions under way, pinned in a stack that each statement, call and turn of a loop leaves as it found it; and
 * the buffers that a function of a library took for itself before it called the script back, known by their numbers alone, as
 * nobody can look into a running Java method.
 */
final class Roots {
    /** Bytes held beyond which arrays are looked through after each statement; below, memory is left alone. */
    private static final long SWEEP_FROM = 32L << 20;
    /** Of {@link #ownSince}: no function of a library runs since the script's own code began. */
    private static final long NONE = -1;

    /** Buffers with numbers above {@code after}, up to {@code last}. */
    record Own(long after, long last) {}

    final ArrayMemory memory;
    private final boolean atOnce;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private Object[] pins = new Object[64];
    private int size;
    private long ownSince = NONE;
    private long sweptAt;
    private long freed;

    /** {@code atOnce}: what a statement drops is freed with it, however little it is, as lines are counted. */
    Roots(ArrayMemory memory, boolean atOnce) {
        this.memory = memory;
        this.atOnce = atOnce;
    }

    /** Forgets all but the script's own frame. */
    void begin(Frame global) {
        frames.clear();
        size = 0;
        ownSince = NONE;
        frames.push(global);
    }

    int depth() {
        return frames.size();
    }

    @Nullable
    Frame outermost() {
        return frames.peekLast();
    }

    int mark() {
        return size;
    }

    /** Keeps a value, and all that it holds, until the stack is cut below it. */
    void pin(Object value) {
        if (value instanceof Long || value instanceof Double || value instanceof Boolean || value instanceof String)
            return;
        if (size == pins.length)
            pins = Arrays.copyOf(pins, 2 * size);
        pins[size++] = value;
    }

    /** Lets go of values pinned since. */
    void cut(int mark) {
        if (size <= mark)
            return;
        Arrays.fill(pins, mark, size, null);
        size = mark;
    }

    /**
     * The end of one turn of a loop in a function of a library: of all that was pinned and taken since the mark only this value
     * is needed still.
     */
    void keep(int mark, Object value) {
        cut(mark);
        pin(value);
        if (ownSince != NONE)
            ownSince = memory.count();
    }

    /** A function of a library begins; give the answer to {@link #leaveLibrary}. */
    long enterLibrary() {
        long before = ownSince;
        ownSince = memory.count();
        return before;
    }

    void leaveLibrary(long before) {
        ownSince = before;
    }

    /** The script's own code begins in this frame; give the answer to {@link #leaveScript}. */
    boolean enterScript(Frame frame) {
        boolean called = ownSince != NONE;
        if (called && memory.count() > ownSince)
            pin(new Own(ownSince, memory.count()));
        ownSince = NONE;
        frames.push(frame);
        return called;
    }

    void leaveScript(boolean called) {
        frames.pop();
        ownSince = called ? memory.count() : NONE;
    }

    /** Buffers that the function of a library under way has taken so far. */
    Own taken() {
        return new Own(ownSince == NONE ? memory.count() : ownSince, memory.count());
    }

    /** Cuts the stack, and frees what nothing holds any more where it is time to; {@code result} is kept. */
    void release(int mark, @Nullable Object result) {
        cut(mark);
        long held = memory.heldBytes();
        if (held == 0 || !atOnce && held < SWEEP_FROM)
            return;
        long since = memory.allocatedBytes() - sweptAt;
        // where lines are counted, what one drops is freed on that line, whether or not it allocates
        if (!atOnce && (since <= 0 || since < Math.min(held >> 3, SWEEP_FROM)))
            return;
        sweep(result, held);
    }

    private void sweep(@Nullable Object result, long held) {
        Sweep sweep = new Sweep();
        for (Frame frame : frames)
            sweep.mark(frame);
        for (int i = 0; i < size; i++)
            sweep.mark(pins[i]);
        if (result != null)
            sweep.mark(result);
        if (ownSince != NONE && memory.count() > ownSince)
            sweep.mark(new Own(ownSince, memory.count()));
        sweep.release(memory);
        freed += Math.max(0, held - memory.heldBytes());
        sweptAt = memory.allocatedBytes();
    }

    /** Bytes freed so far. */
    long freed() {
        return freed;
    }
}
