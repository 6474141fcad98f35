package org.stridescope.kernel;

/**
 * The result (n, m) cut into tiles, numbered row by row. Tiles are multiples of {@link #ROW_STEP} by {@link #COLUMN_STEP}
 * but for those at the edges, so that they are made of whole panels whatever the width of the vectors.
 */
public record TileGrid(long n, long m, long tileRows, long tileColumns) {
    public static final int ROW_STEP = 24;
    public static final int COLUMN_STEP = 32;

    /** A square problem is cut into between 12 x 12 and 24 x 24 tiles, enough to watch, of about this side between. */
    private static final int SIDE = 168;
    private static final int FEWEST = 12;
    private static final int MOST = 24;
    /** Columns of the widest tile: three features of so many points stay in the second cache. */
    private static final int WIDEST = 8192;

    public TileGrid {
        if (n < 0 || m < 0 || tileRows < 1 || tileColumns < 1) {
            throw new IllegalArgumentException("no grid of " + tileRows + " x " + tileColumns);
        }
    }

    /**
     * The tiles of a problem.
     *
     * @param mostPairFeatures work that one tile may hold (items times features), so that a tile is done within tens of
     *        milliseconds; the smallest tile may hold more
     */
    public static TileGrid of(DistanceProblem problem, double mostPairFeatures) {
        long rows = side(problem.n(), ROW_STEP);
        long columns = side(problem.m(), COLUMN_STEP);
        double features = Math.max(1, problem.k());
        while (rows * (double) columns * features > mostPairFeatures && (rows > ROW_STEP || columns > COLUMN_STEP)) {
            if (rows > ROW_STEP && rows * 2 >= columns)
                rows = up(rows / 2, ROW_STEP);
            else
                columns = up(columns / 2, COLUMN_STEP);
        }
        return new TileGrid(problem.n(), problem.m(), rows, columns);
    }

    private static long side(long length, int step) {
        long side = Math.clamp(SIDE, Math.ceilDiv(length, MOST), Math.max(1, Math.ceilDiv(length, FEWEST)));
        return up(side, step);
    }

    private static long up(long length, int step) {
        return Math.max(1, Math.ceilDiv(length, step)) * step;
    }

    /**
     * Tiles that write whole rows of the result, or long parts of them: where there are few features, writing is all that
     * counts, and the processor fetches lines ahead only along a row.
     */
    public static TileGrid wide(DistanceProblem problem) {
        long columns = Math.min(up(problem.m(), COLUMN_STEP), WIDEST);
        long across = Math.max(1, Math.ceilDiv(problem.m(), columns));
        long rows = up(Math.ceilDiv(problem.n() * across, (long) FEWEST * FEWEST), ROW_STEP);
        return new TileGrid(problem.n(), problem.m(), rows, columns);
    }

    /** Tiles in a column of tiles. */
    public int down() {
        return Math.toIntExact(Math.ceilDiv(n, tileRows));
    }

    /** Tiles in a row of tiles. */
    public int across() {
        return Math.toIntExact(Math.ceilDiv(m, tileColumns));
    }

    public int count() {
        return Math.multiplyExact(down(), across());
    }

    /** The tile of this number, from 0. */
    public Tile tile(int index) {
        long row = index / across() * tileRows;
        long column = index % across() * tileColumns;
        return new Tile(index, row, Math.min(n, row + tileRows), column, Math.min(m, column + tileColumns));
    }

    /** Number of the row of tiles that a tile stands in. */
    public int blockRow(Tile tile) {
        return tile.index() / across();
    }

    /** Number of the column of tiles that a tile stands in. */
    public int blockColumn(Tile tile) {
        return tile.index() % across();
    }
}
