package org.stridescope.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/**
 * Memory in huge pages (2 MiB) where Linux has them. Fresh memory costs a fault a page at its first touch; with pages 512
 * times the size, a large result is first written about five times as fast. Elsewhere, and for small arrays, it is
 * {@link ArrayMemory#PLAIN}. The pages go back as the arena closes.
 */
public final class Pages implements ArrayMemory.Source {
    private static final long HUGE = 2L << 20;
    /** Below this, clearing a whole huge page takes longer than the faults of the small ones. */
    private static final long SMALLEST = HUGE / 2;

    // from Linux's <sys/mman.h>, the same on every processor we run on
    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_PRIVATE_ANONYMOUS = 0x22;
    private static final int MADV_HUGEPAGE = 14;
    private static final long MAP_FAILED = -1;

    /** Linked once: linking takes longer than many a run of a kernel. */
    private static final @Nullable Calls CALLS = System.getProperty("os.name").equals("Linux") ? link() : null;

    private final @Nullable Calls calls = CALLS;

    private record Calls(MethodHandle mmap, MethodHandle munmap, MethodHandle madvise) {}

    private static Calls link() {
        return new Calls(libc("mmap", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT,
                JAVA_LONG)), libc("munmap", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG)),
                libc("madvise", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT)));
    }

    private static MethodHandle libc(String symbol, FunctionDescriptor type) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(symbol), type);
    }

    /** Whether arrays come in huge pages here. */
    public boolean isHuge() {
        return calls != null;
    }

    @Override
    public MemorySegment allocate(Arena arena, long bytes) {
        if (calls == null || bytes < SMALLEST)
            return ArrayMemory.PLAIN.allocate(arena, bytes);
        long mapped = Math.ceilDiv(bytes, HUGE) * HUGE + HUGE; // room to begin at a whole huge page
        if (mapped < bytes)
            throw new OutOfMemoryError("no address space for " + bytes + " bytes");
        try {
            MemorySegment map = (MemorySegment) calls.mmap.invokeExact(MemorySegment.NULL, mapped, PROT_READ_WRITE,
                    MAP_PRIVATE_ANONYMOUS, -1, 0L);
            if (map.address() == MAP_FAILED)
                throw new OutOfMemoryError("the system has no " + mapped + " bytes");
            MemorySegment start = MemorySegment.ofAddress(Math.ceilDiv(map.address(), HUGE) * HUGE);
            int ignored = (int) calls.madvise.invokeExact(start, mapped - HUGE, MADV_HUGEPAGE); // only a wish
            return start.reinterpret(bytes, arena, gone -> unmap(calls, map, mapped));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    private static void unmap(Calls calls, MemorySegment map, long mapped) {
        try {
            int ignored = (int) calls.munmap.invokeExact(map, mapped);
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }
}
