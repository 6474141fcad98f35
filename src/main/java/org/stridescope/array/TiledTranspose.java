package org.stridescope.array;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Copies a two-dimensional array whose fast axis is the slow one of the copy. Blocks of {@link #TILE} rows and columns pass
 * through a heap array that stays in the cache: read along the source's lines, written along the target's.
 */
final class TiledTranspose {
    /** 64 x 64 items of 8 bytes: two tiles of 32 KiB fit every second-level cache, and runs of 512 bytes suit the prefetcher. */
    private static final int TILE = 64;
    private static final int SMALLEST = 64;

    private TiledTranspose() {}

    /** Whether the arrays were of this kind, and so are copied. */
    static boolean copy(NDArray from, NDArray to) {
        if (from.ndim() != 2 || from.itemsize() != 8 || from.shape(0) < SMALLEST || from.shape(1) < SMALLEST)
            return false;
        Layout source = from.layout();
        Layout target = to.layout();
        boolean rowsFast = source.stride(0) == 8 && target.stride(1) == 8;
        boolean columnsFast = source.stride(1) == 8 && target.stride(0) == 8;
        if (!rowsFast && !columnsFast)
            return false;
        if (columnsFast) {
            source = source.transpose();
            target = target.transpose();
        }
        run(from.buffer(), source, to.buffer(), target);
        return true;
    }

    /** {@code source} steps 8 bytes along axis 0, {@code target} 8 bytes along axis 1. */
    private static void run(MemorySegment from, Layout source, MemorySegment to, Layout target) {
        long rows = source.shape(0);
        long columns = source.shape(1);
        long[] tile = new long[TILE * TILE];
        long[] turned = new long[TILE * TILE];
        for (long i = 0; i < rows; i += TILE) {
            int high = (int) Math.min(TILE, rows - i);
            NestedLoop.listen();
            for (long j = 0; j < columns; j += TILE) {
                int wide = (int) Math.min(TILE, columns - j);
                for (int c = 0; c < wide; c++) {
                    MemorySegment.copy(from, ValueLayout.JAVA_LONG_UNALIGNED, source.offset(i, j + c), tile, c * TILE,
                            high);
                }
                turn(tile, turned);
                for (int r = 0; r < high; r++) {
                    MemorySegment.copy(turned, r * TILE, to, ValueLayout.JAVA_LONG_UNALIGNED, target.offset(i + r, j),
                            wide);
                }
            }
        }
    }

    private static void turn(long[] tile, long[] turned) {
        for (int r = 0; r < TILE; r++) {
            for (int c = 0; c < TILE; c++)
                turned[r * TILE + c] = tile[c * TILE + r];
        }
    }
}
