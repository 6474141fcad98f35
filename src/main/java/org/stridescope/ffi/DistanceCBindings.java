package org.stridescope.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

import org.stridescope.array.DType;

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
    private static final int ABI = 6;
    /** As {@code enum metric} numbers them. */
    private static final int METRICS = 4;
    /** Numbers a tile in the log of {@link #tiles}: start and end by {@link #nanos}, and the thread as the system numbers it (0: not known). */
    public static final int LOG_NUMBERS = 3;

    /** What {@link #compute} can do over and over in registers. */
    public enum Limit {
        /** sum = sum * a + b: two operations, the most that a processor does. */
        MULTIPLY_ADDS,
        /** d = x - y; sum = d * d + sum: one pair of features of sqeuclidean. */
        SQUARES,
        /** d = x - y; sum = |d| + sum: one pair of features of cityblock. */
        MAGNITUDES,
        /** sum = max(x, y) + sum: one pair of features of cityblock by maxima. */
        MAXIMA
    }

    private final MethodHandle pack;
    private final MethodHandle tiles;
    private final MethodHandle[] plain;
    private final MethodHandle nanos;
    private final MethodHandle compute;
    private final MethodHandle operations;
    private final MethodHandle fill;
    private final MethodHandle load;
    private final MethodHandle panelRows;
    private final String width;
    private final int[][] xPanel;
    private final int[] yPanel;

    /** Looks all functions up; a library of another version is an error. */
    public DistanceCBindings(NativeLibrary.Loaded library) {
        library.requireVersion("stridescope_c_abi", ABI);
        pack = library.function("stridescope_c_pack", FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG,
                JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_INT));
        tiles = library.function("stridescope_c_tiles",
                FunctionDescriptor.ofVoid(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG,
                        JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, ADDRESS));
        FunctionDescriptor block = FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG,
                JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT);
        plain = new MethodHandle[]{library.function("stridescope_c_plain_f64", block),
                library.function("stridescope_c_plain_f32", block)};
        nanos = library.function("stridescope_c_nanos", FunctionDescriptor.of(JAVA_LONG));
        compute = library.function("stridescope_c_compute",
                FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT, ADDRESS));
        operations = library.function("stridescope_c_operations_a_round",
                FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_INT));
        fill = library.function("stridescope_c_fill",
                FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_DOUBLE, JAVA_INT));
        load = library.function("stridescope_c_load",
                FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS));
        panelRows = library.function("stridescope_c_panel_rows", FunctionDescriptor.of(JAVA_LONG, JAVA_LONG));
        MethodHandle panels = library.function("stridescope_c_x_panel",
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
        xPanel = new int[2][METRICS];
        Arrays.setAll(xPanel[0], metric -> (int) call(panels, 0, metric));
        Arrays.setAll(xPanel[1], metric -> (int) call(panels, 1, metric));
        MethodHandle columns = library.function("stridescope_c_y_panel", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
        yPanel = new int[]{(int) call(columns, 0), (int) call(columns, 1)};
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

    private static int single(DType dtype) {
        return switch (dtype) {
            case FLOAT64 -> 0;
            case FLOAT32 -> 1;
            default -> throw new IllegalArgumentException("no kernels for " + dtype.pythonName());
        };
    }

    /** The vectors chosen for this processor: base, avx2, avx512. */
    public String width() {
        return width;
    }

    /** Points in a panel of x for a metric; the tiles' rows are a multiple. */
    public int xPanel(DType dtype, int metric) {
        return xPanel[single(dtype)][metric];
    }

    /** Points in a panel of y; the tiles' columns are a multiple. */
    public int yPanel(DType dtype) {
        return yPanel[single(dtype)];
    }

    /** Items that {@code rows} points of k features take in panels: the features, and sums of them. */
    public long packedItems(long rows, long k, int panel) {
        return Math.multiplyExact(Math.ceilDiv(rows, panel) * panel, (long) call(panelRows, k));
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
     * Points of any strides, and the panels they are packed into.
     *
     * @param first at item (0, 0); the caller answers for the strides
     */
    public record Packing(DType dtype, MemorySegment first, long rows, long k, long rowStride, long featureStride,
            int panel, MemorySegment panels) {}

    /** Packs points into panels, with this many threads. */
    public void pack(Packing p, int threads) {
        require(p.panels, p.dtype, packedItems(p.rows, p.k, p.panel), "panels");
        require(threads > 0 && p.panel > 0, "threads and panel must be positive");
        try {
            pack.invokeExact(single(p.dtype), p.first, p.rows, p.k, p.rowStride, p.featureStride, (long) p.panel,
                    p.panels, threads);
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    /** The result and how it is cut. */
    public record Cut(DType dtype, MemorySegment out, long n, long m, long tileRows, long tileColumns) {
        long tiles() {
            return Math.ceilDiv(n, tileRows) * Math.ceilDiv(m, tileColumns);
        }
    }

    /** Computes the tiles [first, last) from packed points, with {@code threads} OpenMP threads, and logs their times. */
    public void tiles(int metric, MemorySegment xPanels, MemorySegment yPanels, long k, Cut cut, long first, long last,
            int threads, boolean streaming, MemorySegment log) {
        require(metric >= 0 && metric < METRICS, "no such metric");
        int xPanel = xPanel(cut.dtype, metric);
        int yPanel = yPanel(cut.dtype);
        require(xPanels, cut.dtype, packedItems(cut.n, k, xPanel), "x");
        require(yPanels, cut.dtype, packedItems(cut.m, k, yPanel), "y");
        require(cut.out, cut.dtype, Math.multiplyExact(cut.n, cut.m), "out");
        require(cut.tileRows % xPanel == 0 && cut.tileColumns % yPanel == 0 && cut.tileRows > 0 && cut.tileColumns > 0,
                "tiles must be made of whole panels");
        require(first >= 0 && first <= last && last <= cut.tiles() && threads > 0, "no such tiles");
        require(log, DType.INT64, (last - first) * LOG_NUMBERS, "log");
        try {
            tiles.invokeExact(single(cut.dtype), metric, xPanels, yPanels, cut.out, cut.n, cut.m, k, cut.tileRows,
                    cut.tileColumns, first, last, threads, streaming ? 1 : 0, log);
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    /** Computes a block of the result, rows [row, rowEnd) of columns [column, columnEnd), from x and y in C order. */
    public void plain(DType dtype, int metric, MemorySegment x, MemorySegment y, MemorySegment out, long m, long k,
            Block block, int threads) {
        require(metric >= 0 && metric < METRICS && threads > 0, "no such metric");
        require(block.row >= 0 && block.row <= block.rowEnd && block.column >= 0 && block.column <= block.columnEnd
                && block.columnEnd <= m, "no such block");
        require(x, dtype, Math.multiplyExact(block.rowEnd, k), "x");
        require(y, dtype, Math.multiplyExact(m, k), "y");
        require(out, dtype, Math.multiplyExact(block.rowEnd, m), "out");
        try {
            plain[single(dtype)].invokeExact(metric, x, y, out, m, k, block.row, block.rowEnd, block.column,
                    block.columnEnd, threads);
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    /** A part of the result: rows [row, rowEnd) of columns [column, columnEnd). */
    public record Block(long row, long rowEnd, long column, long columnEnd) {}

    /** Floating point operations, or pairs of features, of one round of {@link #compute} in each thread. */
    public long operationsARound(DType dtype, Limit limit) {
        return (long) call(operations, single(dtype), limit.ordinal());
    }

    /** Nanoseconds for this many rounds of arithmetic from registers, in each of {@code threads} threads. */
    public long compute(DType dtype, Limit limit, long rounds, int threads) {
        require(rounds > 0 && threads > 0, "rounds and threads must be positive");
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment sums = arena.allocateFrom(JAVA_DOUBLE, 0.999, 1e-3, 0);
            return (long) compute.invokeExact(single(dtype), limit.ordinal(), rounds, threads, sums);
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    /** Nanoseconds to write {@code items} doubles past the caches; the memory is aligned to 64 bytes. */
    public long fill(MemorySegment memory, long items, double value, int threads) {
        require(memory, DType.FLOAT64, items, "memory");
        require(items % 8 == 0 && memory.address() % 64 == 0 && threads > 0, "whole aligned lines are written");
        try {
            return (long) fill.invokeExact(memory, items, value, threads);
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    /** Nanoseconds to read and sum {@code items} doubles; the memory is aligned to 64 bytes. */
    public long load(MemorySegment memory, long items, int threads) {
        require(memory, DType.FLOAT64, items, "memory");
        require(items % 64 == 0 && memory.address() % 64 == 0 && threads > 0, "whole aligned blocks are read");
        try (Arena arena = Arena.ofConfined()) {
            return (long) load.invokeExact(memory, items, threads, arena.allocate(JAVA_DOUBLE));
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    private static void require(MemorySegment segment, DType dtype, long items, String name) {
        require(segment.isNative() && segment.byteSize() >= Math.multiplyExact(items, (long) dtype.itemsize()),
                name + " holds fewer than " + items + " items");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds)
            throw new IllegalArgumentException(otherwise);
    }
}
