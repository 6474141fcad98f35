package org.stridescope.array;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of arrays come from, and how many there are. Bytes live outside the heap, so that kernels in C see them
 * without a copy. {@link #scoped} memory goes back at {@link #close}, {@link #collected} memory when nothing can reach it
 * any more, {@link #recycled} memory when it is released, to be used again. The count of live bytes is one for the process,
 * for the memory probe.
 */
public final class ArrayMemory implements AutoCloseable {
    /** A cache line, and the widest vector of any processor we run on. */
    public static final long ALIGNMENT = 64;

    private static final AtomicLong LIVE = new AtomicLong();
    private static final AtomicLong MOST = new AtomicLong();

    /** Gives bytes with the life of an arena; another source may map huge pages instead. */
    @FunctionalInterface
    public interface Source {
        /** Zeroed bytes, aligned to {@link #ALIGNMENT}, that live as long as {@code arena}. */
        MemorySegment allocate(Arena arena, long bytes);
    }

    /** The JVM's own allocator. */
    public static final Source PLAIN = (arena, bytes) -> arena.allocate(bytes, ALIGNMENT);

    private final Arena arena;
    private final boolean closeable;
    private final Source source;
    private final @Nullable Recycler recycler;
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong allocated = new AtomicLong();
    private final AtomicLong copies = new AtomicLong();

    private ArrayMemory(Arena arena, boolean closeable, Source source, @Nullable Recycler recycler) {
        this.arena = arena;
        this.closeable = closeable;
        this.source = source;
        this.recycler = recycler;
    }

    /** Memory that any thread may use until it is closed; arrays used after that throw IllegalStateException. */
    public static ArrayMemory scoped() {
        return scoped(PLAIN);
    }

    /** As {@link #scoped()}, with bytes from another source. */
    @SuppressWarnings("MustBeClosedChecker") // close() below closes the arena
    public static ArrayMemory scoped(Source source) {
        return new ArrayMemory(Arena.ofShared(), true, source, null);
    }

    /**
     * As {@link #scoped(Source)}, for the calling thread alone (and native code that it calls): closing it need not ask all
     * other threads, which takes longer than many a run of a kernel.
     */
    @SuppressWarnings("MustBeClosedChecker") // close() below closes the arena
    public static ArrayMemory confined(Source source) {
        return new ArrayMemory(Arena.ofConfined(), true, source, null);
    }

    /** Memory freed by the collector: each array on its own, once unreachable. */
    public static ArrayMemory collected() {
        return new ArrayMemory(Arena.global(), false, PLAIN, null);
    }

    /**
     * Memory of at most {@code limit} live bytes, whose buffers are given back by {@link #release} and used again: pages
     * touched once stay touched. What is never released goes with the collector. For one thread at a time.
     */
    public static ArrayMemory recycled(long limit, Source source) {
        return recycled(limit, Long.MAX_VALUE, source);
    }

    /** As {@link #recycled(long, Source)}, with at most about {@code idleLimit} bytes kept that no array uses. */
    public static ArrayMemory recycled(long limit, long idleLimit, Source source) {
        return new ArrayMemory(Arena.global(), false, source, new Recycler(limit, idleLimit, source));
    }

    /** Bytes of all arrays alive in this process. */
    public static long liveBytes() {
        return LIVE.get();
    }

    /** The most bytes alive at a time since {@link #markMost}. */
    public static long mostLiveBytes() {
        return MOST.get();
    }

    /** From here on the most is looked for anew. */
    public static void markMost() {
        MOST.set(LIVE.get());
    }

    /** Zeroed bytes; at least one, so that an array without items still has an address. */
    public MemorySegment allocate(long bytes) {
        return take(bytes, true);
    }

    /** Zeroed bytes of a single number, which don't count as allocated: no user thinks of a number as an array. */
    public MemorySegment number(long bytes) {
        MemorySegment segment = take(bytes, true);
        allocated.addAndGet(-bytes);
        return segment;
    }

    /** Bytes of any content, for those who fill them at once. */
    public MemorySegment reserve(long bytes) {
        return take(bytes, false);
    }

    private MemorySegment take(long bytes, boolean zeroed) {
        long size = Math.max(1, bytes);
        try {
            MemorySegment segment = recycler != null
                    ? recycler.take(size, zeroed)
                    : closeable ? source.allocate(arena, size) : allocateCollected(size);
            long live = LIVE.addAndGet(size);
            if (live > MOST.get())
                MOST.accumulateAndGet(live, Math::max);
            held.addAndGet(size);
            allocated.addAndGet(bytes);
            return segment;
        } catch (OutOfMemoryError e) {
            throw new ArrayError("Unable to allocate " + Shapes.byteText(size), ArrayError.Kind.MEMORY);
        }
    }

    private MemorySegment allocateCollected(long size) {
        MemorySegment segment = source.allocate(Arena.ofAuto(), size);
        Cleaning.CLEANER.register(segment, () -> LIVE.addAndGet(-size));
        return segment;
    }

    /**
     * Gives one buffer back, which no array may show any more. Only of {@link #recycled} memory, and only what {@link
     * #allocate} or {@link #reserve} gave; else nothing happens.
     */
    public void release(MemorySegment buffer) {
        if (recycler == null || !recycler.release(buffer))
            return;
        LIVE.addAndGet(-buffer.byteSize());
        held.addAndGet(-buffer.byteSize());
    }

    /**
     * Of {@link #recycled} memory: how many buffers it gave out so far that are used again once released. Small ones are not:
     * they stay usable for whoever holds them.
     */
    public long count() {
        return recycler == null ? 0 : recycler.count();
    }

    /**
     * Of {@link #recycled} memory: gives all buffers back but those at these addresses, and those whose number, as counted by
     * {@link #count}, is to be kept.
     */
    public void releaseAllBut(java.util.Set<Long> addresses, java.util.function.LongPredicate numbers) {
        if (recycler == null)
            return;
        long bytes = recycler.releaseAllBut(addresses, numbers);
        LIVE.addAndGet(-bytes);
        held.addAndGet(-bytes);
    }

    /** Of two {@link #recycled} memories: the other one holds this one's buffers from now on. */
    public void handOver(ArrayMemory to) {
        if (recycler == null || to.recycler == null)
            return;
        long bytes = recycler.handOver(to.recycler);
        held.addAndGet(-bytes);
        to.held.addAndGet(bytes);
        to.allocated.addAndGet(bytes);
    }

    /** Bytes now held by arrays of this memory; for collected memory those ever given. */
    public long heldBytes() {
        return held.get();
    }

    /** Bytes ever given, whether or not they were freed since. */
    public long allocatedBytes() {
        return allocated.get();
    }

    /** How often the items of an array were copied as they are, to a buffer of their own. */
    public long copies() {
        return copies.get();
    }

    /** Notes a copy: whoever copies an array into new memory says so. */
    public void countCopy() {
        copies.incrementAndGet();
    }

    /** Gives back all bytes of scoped memory at once; collected memory is left to the collector. */
    @Override
    public void close() {
        if (recycler != null)
            LIVE.addAndGet(-held.getAndSet(0));
        if (recycler != null)
            recycler.clear();
        if (!closeable)
            return;
        arena.close();
        LIVE.addAndGet(-held.getAndSet(0));
    }

    private static final class Cleaning {
        static final java.lang.ref.Cleaner CLEANER = java.lang.ref.Cleaner.create();
    }
}
