package org.stridescope.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.function.Supplier;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

import org.stridescope.array.NDArray;
import org.stridescope.ffi.Processor;
import org.stridescope.kernel.DistanceKernel.Outcome;
import org.stridescope.kernel.DistanceKernel.RunControl;

/**
 * One tile by the Vector API, whatever the metric: a vector holds neighbouring columns of the result. See
 * {@link VectorKernel} for what makes it fast. Packed points lie on the heap and the result outside it; that pair is the one
 * that the compiler turns into plain loads and stores. The kernels below pass no vector to a method of our own: one that the
 * compiler chose not to inline would have every vector of its caller boxed.
 *
 * <p>The build makes a second copy of the Vector* kernels for single precision, by putting float for double: the Vector API
 * has no word for both. That copy is {@code VectorTileSingle} and so on.
 */
abstract class VectorTile implements TileLoop.TileWork {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();
    /** A block of sums: 4 rows by 2 vectors of columns. */
    static final int ROWS = 4;
    static final int COLUMNS = 2 * LANES;
    /** Up to this many features are packed as exactly this many, zeros at the end, which add nothing to any distance. */
    static final int FEW_FEATURES = 3;
    /** Whether the processor multiplies and adds in one step; without, the API does it in software, at a crawl. */
    static final boolean FMA = Processor.hasFma();
    static final ByteOrder ORDER = ByteOrder.nativeOrder();

    /** Rows whose panels stay in the second cache. */
    private static final int ROW_BLOCK = 64;
    /** Features of a pass over the panels, for the same reason. */
    private static final int FEATURE_BLOCK = 800;
    static final long VECTOR_BYTES = (long) LANES * Double.BYTES;
    private static final long BLOCK_ROW_BYTES = COLUMNS * (long) Double.BYTES;

    private final TileGrid grid;
    private final VectorPanels x;
    private final VectorPanels y;
    private final int features;
    private final MemorySegment out;
    private final Cancellation cancellation;
    private final long rowBytes;
    private final MemorySegment aside = block();
    private final MemorySegment before = block();

    /** What the tiles of a run share: the panels are packed with {@code features} features. */
    record Run(TileGrid grid, VectorPanels x, VectorPanels y, int features, MemorySegment out,
            Cancellation cancellation) {
        /** The panels of a problem, packed as the tiles ask for them. */
        static Run of(DistanceProblem problem, NDArray out, RunControl control, TileGrid grid) {
            int k = Math.toIntExact(Math.max(FEW_FEATURES, problem.k()));
            var x = new VectorPanels(problem.x(), grid.tileRows(), ROWS, k, control.cancellation());
            var y = new VectorPanels(problem.y(), grid.tileColumns(), COLUMNS, k, control.cancellation());
            return new Run(grid, x, y, k, Points.items(out), control.cancellation());
        }
    }

    /** Bytes of the panels that a run packs. */
    static long panelBytes(DistanceProblem problem) {
        long k = Math.max(FEW_FEATURES, problem.k());
        return VectorPanels.bytes(problem.n(), k, ROWS) + VectorPanels.bytes(problem.m(), k, COLUMNS);
    }

    /** Computes a problem tile by tile. */
    static Outcome run(DistanceProblem problem, NDArray out, RunControl control, TileGrid grid) {
        Run run = Run.of(problem, out, control, grid);
        Supplier<VectorTile> work = switch (problem.metric()) {
            case CITYBLOCK -> () -> new VectorCityblock(run);
            case SQEUCLIDEAN -> () -> new VectorSquares(run);
            case EUCLIDEAN -> () -> new VectorEuclidean(run);
            case CHEBYSHEV -> () -> new VectorChebyshev(run);
        };
        return TileLoop.run(grid, control, work);
    }

    VectorTile(Run run) {
        grid = run.grid;
        x = run.x;
        y = run.y;
        features = run.features;
        out = run.out;
        cancellation = run.cancellation;
        rowBytes = run.grid.m() * Double.BYTES;
    }

    private static MemorySegment block() {
        return Arena.ofAuto().allocate(ROWS * BLOCK_ROW_BYTES, 64);
    }

    /**
     * Sums of 4 rows by 2 vectors: panels from items {@code xAt} and {@code yAt} on, into byte {@code at} of {@code to},
     * rows {@code step} bytes apart.
     */
    abstract void block(double[] xs, int xAt, double[] ys, int yAt, int count, MemorySegment to, long at, long step);

    /** The sums of earlier features and those of {@code more}. */
    DoubleVector joined(DoubleVector sums, DoubleVector more) {
        return sums.add(more);
    }

    /** Three features: 4 rows along {@code panels} panels of columns, the rows' features held in registers. */
    abstract void strip(double[] xs, int xAt, double[] ys, int panels, MemorySegment to, long at, long step);

    /**
     * A last step over finished sums, a root for instance.
     *
     * @param to holds {@code count} items of row {@code row} from byte {@code at} on, the first of them of {@code column}
     */
    void finish(MemorySegment to, long at, int count, long row, long column) {}

    @Override
    public final void compute(Tile tile) {
        double[] xs = x.block(grid.blockRow(tile));
        double[] ys = y.block(grid.blockColumn(tile));
        int rows = (int) (tile.rowEnd() - tile.row());
        int columns = (int) (tile.columnEnd() - tile.column());
        long at = tile.row() * rowBytes + tile.column() * Double.BYTES;
        if (features == FEW_FEATURES) {
            strips(xs, ys, rows, columns, at);
            finish(tile, 0, rows, at);
        } else
            blocks(xs, ys, rows, columns, at, tile);
    }

    private void finish(Tile tile, int first, int end, long at) {
        int columns = (int) (tile.columnEnd() - tile.column());
        for (int r = first; r < end; r++)
            finish(out, at + r * rowBytes, columns, tile.row() + r, tile.column());
    }

    private void strips(double[] xs, double[] ys, int rows, int columns, long at) {
        int panels = columns / COLUMNS;
        int whole = panels * COLUMNS;
        for (int r = 0; r < rows && !cancellation.isCancelled(); r += ROWS) {
            long rowAt = at + r * rowBytes;
            int inside = Math.min(ROWS, rows - r);
            if (inside == ROWS)
                strip(xs, r * FEW_FEATURES, ys, panels, out, rowAt, rowBytes);
            int from = inside == ROWS ? whole : 0;
            for (int c = from; c < columns; c += COLUMNS) {
                edge(xs, r * FEW_FEATURES, ys, c * FEW_FEATURES, FEW_FEATURES, rowAt + c * (long) Double.BYTES, inside,
                        columns - c,
                        false);
            }
        }
    }

    private void blocks(double[] xs, double[] ys, int rows, int columns, long at, Tile tile) {
        int passes = Math.ceilDiv(features, FEATURE_BLOCK);
        int length = Math.ceilDiv(features, passes);
        for (int first = 0; first < rows; first += ROW_BLOCK) {
            int end = Math.min(rows, first + ROW_BLOCK);
            for (int l = 0; l < features; l += length) {
                pass(xs, ys, first, end, columns, at, l, Math.min(length, features - l));
            }
            finish(tile, first, end, at);
        }
    }

    /** Adds {@code count} features from {@code l} on to rows [first, end). */
    private void pass(double[] xs, double[] ys, int first, int end, int columns, long at, int l, int count) {
        for (int c = 0; c < columns; c += COLUMNS) {
            int yAt = c * features + l * COLUMNS;
            for (int r = first; r < end; r += ROWS) {
                if (cancellation.isCancelled()) // asked this often, as the first blocks are interpreted: milliseconds each
                    return;
                int xAt = r * features + l * ROWS;
                long blockAt = at + r * rowBytes + c * (long) Double.BYTES;
                if (r + ROWS > end || c + COLUMNS > columns)
                    edge(xs, xAt, ys, yAt, count, blockAt, end - r, columns - c, l > 0);
                else if (l > 0) {
                    block(xs, xAt, ys, yAt, count, aside, 0, BLOCK_ROW_BYTES);
                    join(out, blockAt, rowBytes);
                } else
                    block(xs, xAt, ys, yAt, count, out, blockAt, rowBytes);
            }
        }
    }

    /** Joins a block of sums to those aside: rarely, once a pass, so that it may be short rather than fast. */
    private void join(MemorySegment to, long at, long step) {
        for (int r = 0; r < ROWS; r++) {
            for (long c = 0; c < BLOCK_ROW_BYTES; c += VECTOR_BYTES) {
                long here = at + r * step + c;
                joined(DoubleVector.fromMemorySegment(SPECIES, to, here, ORDER),
                        DoubleVector.fromMemorySegment(SPECIES, aside, r * BLOCK_ROW_BYTES + c, ORDER))
                        .intoMemorySegment(to, here, ORDER);
            }
        }
    }

    /** A block that reaches over the edge of the result: computed aside, and the part inside copied over. */
    private void edge(double[] xs, int xAt, double[] ys, int yAt, int count, long at, int rows, int columns,
            boolean more) {
        long bytes = Math.min(columns, COLUMNS) * (long) Double.BYTES;
        int inside = Math.min(rows, ROWS);
        block(xs, xAt, ys, yAt, count, aside, 0, BLOCK_ROW_BYTES);
        if (more) {
            for (int r = 0; r < inside; r++)
                MemorySegment.copy(out, at + r * rowBytes, before, r * BLOCK_ROW_BYTES, bytes);
            join(before, 0, BLOCK_ROW_BYTES);
        }
        for (int r = 0; r < inside; r++)
            MemorySegment.copy(more ? before : aside, r * BLOCK_ROW_BYTES, out, at + r * rowBytes, bytes);
    }

    /** The root of each item, in place. */
    static void roots(MemorySegment to, long at, int count) {
        for (int i = 0; i < count; i += LANES) {
            long here = at + i * (long) Double.BYTES;
            VectorMask<Double> inside = SPECIES.indexInRange(i, count);
            DoubleVector.fromMemorySegment(SPECIES, to, here, ORDER, inside).sqrt().intoMemorySegment(to, here, ORDER,
                    inside);
        }
    }
}
