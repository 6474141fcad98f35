package org.stridescope.ui.model.arrays;

import org.junit.jupiter.api.Test;

import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.explain.layout.RandomViews;

import static org.assertj.core.api.Assertions.assertThat;

class GeometryTest {
    @Test
    void everyItemHasACellAndTheCellLeadsBack() {
        RandomViews views = new RandomViews(21);
        for (int trial = 0; trial < 500; trial++) {
            NDArray view = views.view(views.owner());
            long[] page = new long[Math.max(0, view.ndim() - GridGeometry.SHOWN)];
            GridGeometry grid = GridGeometry.of(view.layout(), page);
            for (long[] index : RandomViews.indices(view.layout())) {
                if (!grid.shows(index))
                    continue;
                double x = grid.x(index);
                double y = grid.y(index);
                assertThat(x + 1).isLessThanOrEqualTo(grid.width() + 1e-9);
                assertThat(y + 1).isLessThanOrEqualTo(grid.height() + 1e-9);
                assertThat(grid.index(x + 0.5, y + 0.5).orElseThrow()).isEqualTo(index);
            }
            assertThat(grid.index(grid.width() + 0.1, 0)).isEmpty();
            assertThat(grid.index(-0.1, 0)).isEmpty();
        }
    }

    @Test
    void gapsBetweenPlanesHoldNoItem() {
        GridGeometry grid = GridGeometry.of(Layout.cOrder(8, 2, 3, 4));
        assertThat(grid.width()).isEqualTo(8.5);
        assertThat(grid.index(4.2, 0.5)).isEmpty();
        assertThat(grid.index(4.6, 2.5).orElseThrow()).containsExactly(1, 2, 0);
    }

    @Test
    void aBufferIsCutIntoCellsWithoutRemainder() {
        for (int itemsize : new int[]{1, 2, 4, 8, 16}) {
            for (int offset = 0; offset < 20; offset++) {
                for (int bytes = 1; bytes < 70; bytes++) {
                    BufferGeometry buffer = BufferGeometry.of(bytes, itemsize, offset, 7);
                    assertThat(buffer.perRow()).isEqualTo(4);
                    long next = 0;
                    for (long cell = 0; cell < buffer.cells(); cell++) {
                        assertThat(buffer.start(cell)).isEqualTo(next);
                        next = buffer.end(cell);
                        assertThat(buffer.cell(buffer.start(cell))).isEqualTo(cell);
                        assertThat(buffer.cell(next - 1)).isEqualTo(cell);
                        if (buffer.isWhole(cell))
                            assertThat((buffer.start(cell) - offset) % itemsize).isZero();
                    }
                    assertThat(next).isEqualTo(bytes);
                }
            }
        }
    }
}
