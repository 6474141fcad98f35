package org.stridescope.array;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Buffers that are used again. A released buffer of {@link #KEPT_FROM} bytes or more waits for a request that fills at
 * least three quarters of it; smaller ones are cheap to make. Idle buffers count against the limit and go first when it is
 * reached.
 */
final class Recycler {
    static final long KEPT_FROM = 1 << 16;

    private final long limit;
    private final long idleLimit;
    private final ArrayMemory.Source source;
    /** By address: the whole block behind each buffer given out. */
    private final Map<Long, Block> out = new HashMap<>();
    private final TreeMap<Long, java.util.ArrayDeque<Block>> idle = new TreeMap<>();
    private long outBytes;
    private long count;
    private long idleBytes;

    /** {@code idleLimit}: before a new block is made, idle ones beyond this go back to the system. */
    Recycler(long limit, long idleLimit, ArrayMemory.Source source) {
        this.limit = limit;
        this.idleLimit = idleLimit;
        this.source = source;
    }

    /** {@code number} counts the blocks given out that are closed or used again; of others it is 0. */
    private record Block(MemorySegment bytes, Arena arena, boolean closeable, long given, long number) {
        Block given(long size, long numbered) {
            return new Block(bytes, arena, closeable, size, numbered);
        }
    }

    /** How many blocks that are used again were given out so far. */
    synchronized long count() {
        return count;
    }

    synchronized MemorySegment take(long size, boolean zeroed) {
        if (size > limit - outBytes) {
            throw new ArrayError("Unable to allocate " + Shapes.byteText(size), ArrayError.Kind.MEMORY);
        }
        Block block = reuse(size);
        boolean fresh = block == null;
        if (block == null) {
            while (!idle.isEmpty() && (outBytes + idleBytes + size > limit || idleBytes > idleLimit))
                drop();
            block = make(size);
        }
        MemorySegment given = block.bytes.byteSize() == size ? block.bytes : block.bytes.asSlice(0, size);
        if (zeroed && !fresh)
            given.fill((byte) 0);
        out.put(given.address(), block.given(size, block.closeable ? ++count : 0));
        outBytes += block.bytes.byteSize();
        return given;
    }

    @SuppressWarnings("MustBeClosedChecker") // drop() closes it
    private Block make(long size) {
        if (size < KEPT_FROM)
            return new Block(source.allocate(Arena.ofAuto(), size), Arena.global(), false, size, 0);
        Arena arena = Arena.ofShared();
        try {
            return new Block(source.allocate(arena, size), arena, true, size, 0);
        } catch (OutOfMemoryError e) {
            arena.close();
            throw e;
        }
    }

    private @org.jspecify.annotations.Nullable Block reuse(long size) {
        if (size < KEPT_FROM)
            return null;
        var entry = idle.ceilingEntry(size);
        if (entry == null || entry.getKey() > size + size / 3)
            return null;
        Block block = entry.getValue().pop();
        if (entry.getValue().isEmpty())
            idle.remove(entry.getKey());
        idleBytes -= entry.getKey();
        return block;
    }

    synchronized boolean release(MemorySegment buffer) {
        Block block = out.remove(buffer.address());
        if (block == null)
            return false;
        rest(block);
        return true;
    }

    /** How many bytes were given back. */
    synchronized long releaseAllBut(java.util.Set<Long> addresses, java.util.function.LongPredicate numbers) {
        long bytes = 0;
        for (var entries = out.entrySet().iterator(); entries.hasNext();) {
            var entry = entries.next();
            long number = entry.getValue().number;
            if (addresses.contains(entry.getKey()) || number > 0 && numbers.test(number))
                continue;
            entries.remove();
            rest(entry.getValue());
            bytes += entry.getValue().given;
        }
        return bytes;
    }

    /** All buffers given out are the other's from now on; how many bytes they are. */
    long handOver(Recycler to) {
        Map<Long, Block> moved;
        synchronized (this) {
            moved = new HashMap<>(out);
            out.clear();
            outBytes = 0;
        }
        return to.takeOver(moved);
    }

    private synchronized long takeOver(Map<Long, Block> moved) {
        long bytes = 0;
        for (var entry : moved.entrySet()) {
            Block block = entry.getValue();
            outBytes += block.bytes.byteSize();
            bytes += block.given;
            out.put(entry.getKey(), block.given(block.given, block.closeable ? ++count : 0));
        }
        return bytes;
    }

    private void rest(Block block) {
        long size = block.bytes.byteSize();
        outBytes -= size;
        if (!block.closeable)
            return;
        idle.computeIfAbsent(size, s -> new java.util.ArrayDeque<>()).push(block);
        idleBytes += size;
    }

    /** The largest idle buffer goes back to the system. */
    private void drop() {
        var entry = idle.lastEntry();
        Block block = entry.getValue().pop();
        if (entry.getValue().isEmpty())
            idle.remove(entry.getKey());
        idleBytes -= entry.getKey();
        block.arena.close();
    }

    /** Gives all buffers back: arrays over those in use must not be used any more. */
    synchronized void clear() {
        while (!idle.isEmpty())
            drop();
        for (Block block : out.values())
            if (block.closeable)
                block.arena.close();
        out.clear();
        outBytes = 0;
    }
}
