package org.stridescope.explain.layout;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;

import static org.assertj.core.api.Assertions.assertThat;

class TraversalTest {
    @Test
    void visitsEveryItemInCOrder() {
        RandomViews views = new RandomViews(8);
        for (int trial = 0; trial < 300; trial++) {
            NDArray view = views.view(views.owner());
            Traversal walk = new Traversal(view.layout(), view.itemsize(), true);
            List<long[]> indices = RandomViews.indices(view.layout());
            assertThat(walk.size()).isEqualTo(indices.size());
            for (int step = 0; step < indices.size(); step++)
                check(walk, step, indices.get(step));
        }
    }

    @Test
    void visitsInFOrderAsTheTransposeDoesInC() {
        RandomViews views = new RandomViews(9);
        for (int trial = 0; trial < 300; trial++) {
            NDArray view = views.view(views.owner());
            Traversal walk = new Traversal(view.layout(), view.itemsize(), false);
            Traversal mirror = new Traversal(view.layout().transpose(), view.itemsize(), true);
            WalkCursor cursor = new WalkCursor(walk);
            for (long step = 0; step < walk.size(); step++) {
                assertThat(walk.address(step)).isEqualTo(mirror.address(step)).isEqualTo(cursor.address());
                check(walk, step, walk.index(step));
                cursor.next();
            }
        }
    }

    private static void check(Traversal walk, long step, long[] index) {
        assertThat(walk.index(step)).isEqualTo(index);
        assertThat(walk.step(index)).isEqualTo(step);
        assertThat(walk.address(step)).isEqualTo(walk.layout().offset(index));
        assertThat(walk.line(step, 64)).isEqualTo(walk.address(step) / 64);
    }

    @Test
    void costsNothingForHugeWalks() {
        Traversal walk = new Traversal(Layout.cOrder(8, 1 << 20, 1 << 20).transpose(), 8, true);
        assertThat(walk.index((1L << 40) - 1)).containsExactly((1 << 20) - 1, (1 << 20) - 1);
        assertThat(walk.address(1)).isEqualTo(8L << 20);
    }
}
