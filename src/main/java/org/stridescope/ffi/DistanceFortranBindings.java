package org.stridescope.ffi;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Map;

import org.stridescope.array.DType;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/**
 * The procedures of {@code native/distance-fortran}, by plain downcalls. Fortran sees a C-ordered (n, k) array as x(k, n), and
 * writes d(m, n), which is (n, m) in C order: nothing is transposed. Sizes are checked against the segments before every call.
 */
public final class DistanceFortranBindings {
    /** What {@code stridescope_fortran_abi} must answer. */
    private static final int ABI = 3;
    /** A panel of y is as wide as a line of the cache. */
    private static final int LINE = 64;

    private final Map<DType, Procedures> procedures;

    private record Procedures(MethodHandle pack, MethodHandle tile, MethodHandle plain) {}

    /** Looks all procedures up, those for this processor's vectors; a library of another version is an error. */
    public DistanceFortranBindings(NativeLibrary.Loaded library) {
        library.requireVersion("stridescope_fortran_abi", ABI);
        procedures = Map.of(DType.FLOAT64, procedures(library, "_f64"), DType.FLOAT32, procedures(library, "_f32"));
    }

    private static Procedures procedures(NativeLibrary.Loaded library, String kind) {
        String width = (Processor.hasAvx2() ? "_avx2" : "_base") + kind;
        FunctionDescriptor block = FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG,
                JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT);
        return new Procedures(
                library.function("stridescope_fortran_pack" + width,
                        FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG, JAVA_INT)),
                library.function("stridescope_fortran_tile" + width, block),
                library.function("stridescope_fortran_plain" + kind, block));
    }

    private Procedures procedures(DType dtype) {
        Procedures found = procedures.get(dtype);
        if (found == null)
            throw new IllegalArgumentException("no procedures for " + dtype.pythonName());
        return found;
    }

    /** A part of the result: rows [row, rowEnd) of columns [column, columnEnd), counted from 0 in C order. */
    public record Part(long row, long rowEnd, long column, long columnEnd) {}

    /** Items that m points of k features take in panels: the features, and two sums of them. */
    public static long packedItems(DType dtype, long m, long k) {
        int panel = LINE / dtype.itemsize();
        return Math.multiplyExact(Math.ceilDiv(m, panel) * panel, k + 2);
    }

    /** Packs y (m, k), in C order, into panels. */
    public void pack(DType dtype, MemorySegment y, MemorySegment panels, long m, long k, int threads) {
        require(y, dtype, Math.multiplyExact(m, k), "y");
        require(panels, dtype, packedItems(dtype, m, k), "panels");
        try {
            procedures(dtype).pack.invokeExact(y, panels, m, k, threads);
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    /** Computes a part from x in C order and packed y; the columns before the part fill whole lines of the cache. */
    public void tile(DType dtype, int metric, MemorySegment x, MemorySegment panels, MemorySegment out, long n, long m,
            long k,
            Part part,
            int threads) {
        check(dtype, metric, x, out, n, m, k, part, threads);
        require(panels, dtype, packedItems(dtype, m, k), "panels");
        require(part.column * dtype.itemsize() % LINE == 0, "a part must begin at a panel");
        try {
            procedures(dtype).tile.invokeExact(metric, x, panels, out, n, m, k, part.row + 1, part.rowEnd,
                    part.column + 1,
                    part.columnEnd,
                    threads);
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    /** Computes a part by the plain triple loop, from x and y in C order. */
    public void plain(DType dtype, int metric, MemorySegment x, MemorySegment y, MemorySegment out, long n, long m,
            long k,
            Part part,
            int threads) {
        check(dtype, metric, x, out, n, m, k, part, threads);
        require(y, dtype, Math.multiplyExact(m, k), "y");
        try {
            procedures(dtype).plain.invokeExact(metric, x, y, out, n, m, k, part.row + 1, part.rowEnd, part.column + 1,
                    part.columnEnd,
                    threads);
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    private static void check(DType dtype, int metric, MemorySegment x, MemorySegment out, long n, long m, long k,
            Part part,
            int threads) {
        require(metric >= 0 && metric < 4 && threads > 0, "no such metric");
        require(x, dtype, Math.multiplyExact(n, k), "x");
        require(out, dtype, Math.multiplyExact(n, m), "out");
        require(part.row >= 0 && part.row <= part.rowEnd && part.rowEnd <= n && part.column >= 0
                && part.column <= part.columnEnd && part.columnEnd <= m, "no such part");
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
