package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;
import java.util.List;

import org.stridescope.array.ArrayMemory;
import org.stridescope.ffi.DistanceCBindings;
import org.stridescope.kernel.DistanceKernel.RunControl;

/**
 * What the tasks of {@link GraphKernel} do. A chunk of y is some columns of tiles of the result; tiles are computed row by
 * row, so that a cancellation is seen between two rows of them.
 */
final class GraphTiles {
    /** As for the kernel without a graph: above this the result is written past the caches. */
    private static final long STREAMED_BYTES = 8L << 20;

    private final DistanceCBindings c;
    private final DistanceProblem problem;
    private final TileGrid grid;
    private final MemorySegment x;
    private final MemorySegment y;
    private final MemorySegment out;
    private final RunControl control;

    /** A chunk's own array, {@code columns} wide. */
    record Piece(MemorySegment items, long column, long columns) {}

    GraphTiles(DistanceCBindings c, DistanceProblem problem, TileGrid grid, MemorySegment x, MemorySegment y,
            MemorySegment out, RunControl control) {
        this.c = c;
        this.problem = problem;
        this.grid = grid;
        this.x = x;
        this.y = y;
        this.out = out;
        this.control = control;
    }

    int chunks() {
        return Math.min(GraphKernel.CHUNKS, grid.across());
    }

    private int firstColumn(int chunk) {
        return (int) ((long) chunk * grid.across() / chunks());
    }

    /** Computes a chunk into its block of columns of the result. */
    void inPlace(int chunk) {
        var cut = new DistanceCBindings.Cut(problem.x().dtype(), out, grid.n(), grid.m(), grid.tileRows(), grid.tileColumns());
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            int tiles = firstColumn(chunk + 1) - firstColumn(chunk);
            MemorySegment log = memory.allocate((long) tiles * DistanceCBindings.LOG_NUMBERS * Long.BYTES);
            for (int row = 0; row < grid.down() && !control.cancellation().isCancelled(); row++) {
                int first = row * grid.across() + firstColumn(chunk);
                c.tiles(problem.metric().ordinal(), x, y, problem.k(), cut, first, first + tiles, 1, streams(), log);
                CKernel.tell(c, grid, first, first + tiles, log, control.listener());
            }
        }
    }

    private boolean streams() {
        return problem.resultBytes() >= STREAMED_BYTES;
    }

    /** Computes a chunk into an array of its own. */
    Piece piece(int chunk, ArrayMemory memory) {
        long from = firstColumn(chunk) * grid.tileColumns();
        long to = Math.min(grid.m(), firstColumn(chunk + 1) * grid.tileColumns());
        TileGrid own = new TileGrid(grid.n(), to - from, grid.tileRows(), grid.tileColumns());
        MemorySegment items = memory.allocate(own.n() * own.m() * problem.x().itemsize());
        long panels = c.packedItems(from, problem.k(), c.yPanel(problem.x().dtype())) * problem.x().itemsize();
        var cut = new DistanceCBindings.Cut(problem.x().dtype(), items, own.n(), own.m(), own.tileRows(), own.tileColumns());
        try (ArrayMemory scratch = ArrayMemory.scoped()) {
            MemorySegment log = scratch.allocate((long) own.across() * DistanceCBindings.LOG_NUMBERS * Long.BYTES);
            for (int row = 0; row < own.down() && !control.cancellation().isCancelled(); row++) {
                int first = row * own.across();
                c.tiles(problem.metric().ordinal(), x, y.asSlice(panels), problem.k(), cut, first, first + own.across(),
                        1, streams(), log);
            }
        }
        return new Piece(items, from, to - from);
    }

    /** Copies all pieces into the result, tile by tile. */
    void concatenate(List<?> pieces) {
        for (Object each : pieces) {
            Piece piece = (Piece) each;
            for (int t = 0; t < grid.count() && !control.cancellation().isCancelled(); t++) {
                Tile tile = grid.tile(t);
                if (tile.column() >= piece.column && tile.column() < piece.column + piece.columns)
                    copy(piece, tile);
            }
        }
    }

    private void copy(Piece piece, Tile tile) {
        long start = System.nanoTime();
        long item = problem.x().itemsize();
        for (long i = tile.row(); i < tile.rowEnd(); i++) {
            MemorySegment.copy(piece.items, (i * piece.columns + tile.column() - piece.column) * item, out,
                    (i * grid.m() + tile.column()) * item, (tile.columnEnd() - tile.column()) * item);
        }
        control.listener().done(tile, start, System.nanoTime());
    }
}
