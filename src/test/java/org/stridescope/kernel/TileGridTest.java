package org.stridescope.kernel;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;

import static org.assertj.core.api.Assertions.assertThat;

class TileGridTest {
    private final ArrayMemory memory = ArrayMemory.scoped();

    @AfterEach
    void close() {
        memory.close();
    }

    /** Points of any number over a few bytes: strides of 0. */
    private DistanceProblem problem(long n, long m, long k) {
        return new DistanceProblem(Metric.CITYBLOCK, repeated(n, k), repeated(m, k));
    }

    private NDArray repeated(long rows, long k) {
        return NDArray.over(memory.allocate(8), DType.FLOAT64, Layout.of(new long[]{rows, k}, new long[]{0, 0}, 0));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "7, 5, 3", "8, 16, 2", "2000, 2000, 50", "301, 217, 5", "1, 100000, 3", "100000, 1, 3"})
    void tilesCoverEveryItemOnce(long n, long m, long k) {
        TileGrid grid = TileGrid.of(problem(n, m, k), 2e7);
        long items = 0;
        for (int t = 0; t < grid.count(); t++) {
            Tile tile = grid.tile(t);
            assertThat(tile.index()).isEqualTo(t);
            assertThat(tile.row()).isEqualTo(grid.blockRow(tile) * grid.tileRows()).isLessThan(tile.rowEnd());
            assertThat(tile.column()).isEqualTo(grid.blockColumn(tile) * grid.tileColumns())
                    .isLessThan(tile.columnEnd());
            items += tile.items();
        }
        assertThat(items).isEqualTo(n * m);
    }

    @ParameterizedTest
    @CsvSource({"1000, 50", "2000, 3", "2000, 50", "4000, 3", "12000, 50"})
    void aSquareProblemHasTilesEnoughToWatch(long n, long k) {
        assertThat(TileGrid.of(problem(n, n, k), 2e7).count()).isBetween(100, 600);
    }

    @Test
    void noTileHoldsMoreWorkThanAsked() {
        TileGrid grid = TileGrid.of(problem(12000, 12000, 784), 4e6);
        assertThat(grid.tileRows() * grid.tileColumns() * 784.0).isLessThanOrEqualTo(4e6);
        assertThat(grid.tileRows() % TileGrid.ROW_STEP + grid.tileColumns() % TileGrid.COLUMN_STEP).isZero();
    }

    @Test
    void itemsBeyondTwoToThe31AreCountedInLongs() {
        TileGrid grid = TileGrid.of(problem(3_000_000, 1_000, 1), 2e7);
        Tile last = grid.tile(grid.count() - 1);
        assertThat(last.rowEnd() * last.columnEnd()).isEqualTo(3_000_000_000L);
    }

    @Test
    void nothingHasNoTiles() {
        assertThat(TileGrid.of(problem(0, 5, 3), 2e7).count()).isZero();
        assertThat(TileGrid.of(problem(5, 0, 3), 2e7).count()).isZero();
    }
}
