package org.stridescope.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/**
 * The functions of {@code native/distance-c}, by plain downcalls: the collector may run meanwhile. Sizes are checked against
 * the segments before every call, so that a wrong argument is an exception here and not a crash there.
 */
public final class DistanceCBindings {
    /** What {@code stridescope_c_abi} must answer. */
    private static final int ABI = 4;
    /** Numbers a tile in the log of {@link #tiles}: start and end by {@link #nanos}, and the thread as the system numbers it (0: not known). */
    public static final int LOG_NUMBERS = 3;

    private final MethodHandle pack;
    private final MethodHandle tiles;
    private final MethodHandle plain;
    private final MethodHandle nanos;
    private final MethodHandle multiplyAdds;
    private final MethodHandle fill;
    private final MethodHandle load;
    private final long flopsARound;
    private final String width;
    private final int xPanel;
    private final int yPanel;

    /** Looks all functions up; a library of another version is an error. */
    public DistanceCBindings(NativeLibrary.Loaded library) {
        int abi = (int) call(library.function("stridescope_c_abi", FunctionDescriptor.of(JAVA_INT)));
        if (abi != ABI) {
            throw new NativeError(
                    library.path() + " has version " + abi + " of its functions, the program needs " + ABI);
        }
        pack = library.function("stridescope_c_pack",
                FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG, JAVA_LONG, JAVA_LONG,
                        JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_INT));
        tiles = library.function("stridescope_c_tiles", FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS, ADDRESS,
                JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT,
                ADDRESS));
        plain = library.function("stridescope_c_plain", FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS, ADDRESS,
                JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT));
        nanos = library.function("stridescope_c_nanos", FunctionDescriptor.of(JAVA_LONG));
        multiplyAdds = library.function("stridescope_c_multiply_adds",
                FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_INT, ADDRESS));
        fill = library.function("stridescope_c_fill",
                FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_DOUBLE, JAVA_INT));
        load = library.function("stridescope_c_load",
                FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS));
        flopsARound = (long) call(library.function("stridescope_c_flops_a_round", FunctionDescriptor.of(JAVA_LONG)));
        xPanel = (int) call(library.function("stridescope_c_x_panel", FunctionDescriptor.of(JAVA_INT)));
        yPanel = (int) call(library.function("stridescope_c_y_panel", FunctionDescriptor.of(JAVA_INT)));
        MemorySegment name = (MemorySegment) call(
                library.function("stridescope_c_width", FunctionDescriptor.of(ADDRESS)));
        width = name.reinterpret(16).getString(0);
    }

    private static Object call(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    /** The vectors chosen for this processor: base, avx2, avx512. */
    public String width() {
        return width;
    }

    /** Points in a panel of x; the tiles' rows are a multiple. */
    public int xPanel() {
        return xPanel;
    }

    /** Points in a panel of y; the tiles' columns are a multiple. */
    public int yPanel() {
        return yPanel;
    }

    /** Doubles that {@code rows} points of k features take in panels. */
    public static long packedItems(long rows, long k, int panel) {
        return Math.multiplyExact(Math.ceilDiv(rows, panel) * panel, k);
    }

    /** The library's clock, in nanoseconds from an origin of its own. */
    public long nanos() {
        try {
            return (long) nanos.invokeExact();
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    /**
     * Packs points of any strides into panels.
     *
     * @param points at item (0, 0); the caller answers for the strides
     */
    public void pack(MemorySegment points, long rows, long k, long rowStride, long featureStride, int panel,
            MemorySegment panels, int threads) {
        require(panels, packedItems(rows, k, panel), "panels");
        require(threads > 0 && panel > 0, "threads and panel must be positive");
        try {
            pack.invokeExact(points, rows, k, rowStride, featureStride, (long) panel, panels, threads);
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    /** The result and how it is cut. */
    public record Cut(MemorySegment out, long n, long m, long tileRows, long tileColumns) {
        long tiles() {
            return Math.ceilDiv(n, tileRows) * Math.ceilDiv(m, tileColumns);
        }
    }

    /** Computes the tiles [first, last) from packed points, with {@code threads} OpenMP threads, and logs their times. */
    public void tiles(int metric, MemorySegment xPanels, MemorySegment yPanels, long k, Cut cut, long first, long last,
            int threads, boolean streaming, MemorySegment log) {
        require(metric >= 0 && metric < 4, "no such metric");
        require(xPanels, packedItems(cut.n, k, xPanel), "x");
        require(yPanels, packedItems(cut.m, k, yPanel), "y");
        require(cut.out, Math.multiplyExact(cut.n, cut.m), "out");
        require(cut.tileRows % xPanel == 0 && cut.tileColumns % yPanel == 0 && cut.tileRows > 0 && cut.tileColumns > 0,
                "tiles must be made of whole panels");
        require(first >= 0 && first <= last && last <= cut.tiles() && threads > 0, "no such tiles");
        require(log, (last - first) * LOG_NUMBERS, "log");
        try {
            tiles.invokeExact(metric, xPanels, yPanels, cut.out, cut.n, cut.m, k, cut.tileRows, cut.tileColumns, first,
                    last, threads, streaming ? 1 : 0, log);
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    /** Computes a block of the result, rows [row, rowEnd) of columns [column, columnEnd), from x and y in C order. */
    public void plain(int metric, MemorySegment x, MemorySegment y, MemorySegment out, long m, long k, long row,
            long rowEnd, long column, long columnEnd, int threads) {
        require(metric >= 0 && metric < 4 && threads > 0, "no such metric");
        require(row >= 0 && row <= rowEnd && column >= 0 && column <= columnEnd && columnEnd <= m, "no such block");
        require(x, Math.multiplyExact(rowEnd, k), "x");
        require(y, Math.multiplyExact(m, k), "y");
        require(out, Math.multiplyExact(rowEnd, m), "out");
        try {
            plain.invokeExact(metric, x, y, out, m, k, row, rowEnd, column, columnEnd, threads);
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    /** Operations of one round of {@link #multiplyAdds} in each thread. */
    public long flopsARound() {
        return flopsARound;
    }

    /** Nanoseconds for this many rounds of multiply-adds from registers, in each of {@code threads} threads. */
    public long multiplyAdds(long rounds, int threads) {
        require(rounds > 0 && threads > 0, "rounds and threads must be positive");
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment sums = arena.allocateFrom(JAVA_DOUBLE, 0.999, 1e-3, 0);
            return (long) multiplyAdds.invokeExact(rounds, threads, sums);
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    /** Nanoseconds to write {@code items} doubles past the caches; the memory is aligned to 64 bytes. */
    public long fill(MemorySegment memory, long items, double value, int threads) {
        require(memory, items, "memory");
        require(items % 8 == 0 && memory.address() % 64 == 0 && threads > 0, "whole aligned lines are written");
        try {
            return (long) fill.invokeExact(memory, items, value, threads);
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    /** Nanoseconds to read and sum {@code items} doubles; the memory is aligned to 64 bytes. */
    public long load(MemorySegment memory, long items, int threads) {
        require(memory, items, "memory");
        require(items % 64 == 0 && memory.address() % 64 == 0 && threads > 0, "whole aligned blocks are read");
        try (Arena arena = Arena.ofConfined()) {
            return (long) load.invokeExact(memory, items, threads, arena.allocate(JAVA_DOUBLE));
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    private static void require(MemorySegment segment, long items, String name) {
        require(segment.isNative() && segment.byteSize() >= items * ValueLayout.JAVA_DOUBLE.byteSize(),
                name + " holds fewer than " + items + " items");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds)
            throw new IllegalArgumentException(otherwise);
    }
}
