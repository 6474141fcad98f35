package org.stridescope.array;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where the bytes of arrays come from, and how many there are. Bytes live outside the heap, so that kernels in C see them
 * without a copy; all are zero at first. {@link #scoped} memory goes back at {@link #close}, {@link #collected} memory when
 * nothing can reach it any more. The count of live bytes is one for the process, for the memory probe.
 */
public final class ArrayMemory implements AutoCloseable {
    /** A cache line, and the widest vector of any processor we run on. */
    public static final long ALIGNMENT = 64;

    private static final AtomicLong LIVE = new AtomicLong();

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
    private final AtomicLong held = new AtomicLong();

    private ArrayMemory(Arena arena, boolean closeable, Source source) {
        this.arena = arena;
        this.closeable = closeable;
        this.source = source;
    }

    /** Memory that any thread may use until it is closed; arrays used after that throw IllegalStateException. */
    public static ArrayMemory scoped() {
        return scoped(PLAIN);
    }

    /** As {@link #scoped()}, with bytes from another source. */
    @SuppressWarnings("MustBeClosedChecker") // close() below closes the arena
    public static ArrayMemory scoped(Source source) {
        return new ArrayMemory(Arena.ofShared(), true, source);
    }

    /** Memory freed by the collector: each array on its own, once unreachable. */
    public static ArrayMemory collected() {
        return new ArrayMemory(Arena.global(), false, PLAIN);
    }

    /** Bytes of all arrays alive in this process. */
    public static long liveBytes() {
        return LIVE.get();
    }

    /** Zeroed bytes; at least one, so that an array without items still has an address. */
    public MemorySegment allocate(long bytes) {
        long size = Math.max(1, bytes);
        try {
            MemorySegment segment = closeable ? source.allocate(arena, size) : allocateCollected(size);
            LIVE.addAndGet(size);
            held.addAndGet(size);
            return segment;
        } catch (OutOfMemoryError e) {
            throw new ArrayError("Unable to allocate " + size + " bytes", ArrayError.Kind.MEMORY);
        }
    }

    private static MemorySegment allocateCollected(long size) {
        MemorySegment segment = PLAIN.allocate(Arena.ofAuto(), size);
        Cleaning.CLEANER.register(segment, () -> LIVE.addAndGet(-size));
        return segment;
    }

    /** Gives back all bytes of scoped memory at once; collected memory is left to the collector. */
    @Override
    public void close() {
        if (!closeable)
            return;
        arena.close();
        LIVE.addAndGet(-held.getAndSet(0));
    }

    private static final class Cleaning {
        static final java.lang.ref.Cleaner CLEANER = java.lang.ref.Cleaner.create();
    }
}
