package org.stridescope.explain.layout;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.stridescope.array.ArrayError;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class CacheModelTest {
    private static final Layout LARGE = Layout.cOrder(8, 5000, 5000);

    /** The textbook: one queue a set, the most recently used line first. */
    private static long byHand(CacheModel model, Traversal walk) {
        long ways = model.ways() == 0 || model.ways() >= model.lines() ? model.lines() : model.ways();
        long sets = Math.max(1, model.lines() / ways);
        Map<Long, Deque<Long>> cache = new HashMap<>();
        long misses = 0;
        for (long step = 0; step < walk.size(); step++) {
            long first = walk.address(step);
            for (long line = first / model.lineBytes(); line <= (first + walk.itemsize() - 1)
                    / model.lineBytes(); line++) {
                Deque<Long> set = cache.computeIfAbsent(line % sets, s -> new ArrayDeque<>());
                if (!set.remove(line))
                    misses++;
                set.addFirst(line);
                if (set.size() > ways)
                    set.removeLast();
            }
        }
        return misses;
    }

    @Test
    void countsAsTheTextbookDoes() {
        RandomViews views = new RandomViews(10);
        CacheModel[] models = {new CacheModel(16, 64, 0), new CacheModel(8, 64, 2), new CacheModel(32, 256, 4),
                new CacheModel(64, 64, 1), CacheModel.L1};
        for (int trial = 0; trial < 500; trial++) {
            NDArray view = views.view(views.owner());
            CacheModel model = models[trial % models.length];
            Traversal walk = new Traversal(view.layout(), view.itemsize(), trial % 2 == 0);
            CacheModel.Count count = model.count(walk);
            assertThat(count.exact()).isTrue();
            assertThat(count.misses()).as(view.layout() + " " + model).isEqualTo(byHand(model, walk));
            BitSet missed = model.missedSteps(walk, (int) walk.size());
            assertThat(missed.cardinality()).isLessThanOrEqualTo((int) count.misses());
            assertThat(missed.isEmpty()).isEqualTo(count.misses() == 0);
        }
    }

    @Test
    void foretellsThatTheTransposeIsSlow() {
        CacheModel.Count inOrder = CacheModel.L1.count(new Traversal(LARGE, 8, true));
        CacheModel.Count across = CacheModel.L1.count(new Traversal(LARGE.transpose(), 8, true));
        assertThat(inOrder.missesPerItem()).isCloseTo(1 / 8.0, within(0.001));
        assertThat(across.missesPerItem()).isCloseTo(1, within(0.001));
        assertThat(across.exact()).isFalse();
        CacheModel wide = new CacheModel(64, 1 << 20, 0);
        assertThat(wide.count(new Traversal(LARGE.transpose(), 8, true)).missesPerItem()).isCloseTo(1 / 8.0,
                within(0.01));
    }

    @Test
    void scalesAShortRunToWhatTheWholeWalkCounts() {
        Layout across = Layout.cOrder(8, 300, 400).transpose();
        for (CacheModel model : new CacheModel[]{CacheModel.L1, new CacheModel(64, 8192, 4),
                new CacheModel(64, 1 << 16, 0)}) {
            Traversal walk = new Traversal(across, 8, true);
            long whole = model.count(walk).misses();
            CacheModel.Count judged = model.count(walk, 24_000);
            assertThat(judged.exact()).isFalse();
            assertThat((double) judged.misses()).isCloseTo(whole, within(whole * 0.02));
        }
    }

    @Test
    void neverWalksAStretchedArrayToItsEnd() {
        Traversal walk = new Traversal(Layout.cOrder(8, 1).broadcastTo(1_000_000_000_000L), 8, true);
        CacheModel.Count count = CacheModel.L1.count(walk);
        assertThat(count.misses()).isEqualTo(1);
        assertThat(count.followed()).isLessThan(1L << 26);
    }

    @Test
    void refusesCachesThatCannotBe() {
        assertThatThrownBy(() -> new CacheModel(48, 1024, 0)).isInstanceOf(ArrayError.class)
                .hasMessageContaining("power of two");
        assertThatThrownBy(() -> new CacheModel(64, 32, 0)).isInstanceOf(ArrayError.class)
                .hasMessageContaining("does not hold one line");
        assertThatThrownBy(() -> new CacheModel(64, 128, -1)).isInstanceOf(ArrayError.class);
    }
}
