package org.stridescope.explain.layout;

import java.util.BitSet;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Slice;

import static org.assertj.core.api.Assertions.assertThat;

class ByteOverlapTest {
    @Test
    void countsTheCommonBytesOfAnyTwoViews() {
        RandomViews views = new RandomViews(4);
        for (int trial = 0; trial < 3000; trial++) {
            NDArray owner = views.owner();
            NDArray a = views.view(owner);
            NDArray b = views.view(owner);
            BitSet common = bytes(a);
            assertThat(ByteOverlap.seen(a.layout(), a.itemsize()))
                    .isEqualTo(new ByteOverlap(common.cardinality(), true));
            common.and(bytes(b));
            assertThat(ByteOverlap.between(a, b)).as(a.layout() + " with " + b.layout())
                    .isEqualTo(new ByteOverlap(common.cardinality(), true));
        }
    }

    private static BitSet bytes(NDArray view) {
        BitSet bytes = new BitSet();
        for (long[] index : RandomViews.indices(view.layout())) {
            int at = (int) view.layout().offset(index);
            bytes.set(at, at + view.itemsize());
        }
        return bytes;
    }

    @Test
    void isNoneBetweenDifferentBuffers() {
        RandomViews views = new RandomViews(5);
        assertThat(ByteOverlap.between(views.owner(), views.owner()).bytes()).isZero();
    }

    @Test
    void isExactForLargeRegularViewsAndSaysWhereItIsABound() {
        Layout x = Layout.cOrder(8, 100_000_000);
        Layout even = x.slice(0, new Slice(null, null, 2L));
        Layout odd = x.slice(0, new Slice(1L, null, 2L));
        assertThat(ByteOverlap.between(x, 8, even, 8)).isEqualTo(new ByteOverlap(400_000_000L, true));
        assertThat(ByteOverlap.between(even, 8, odd, 8)).isEqualTo(new ByteOverlap(0, true));
        Layout third = x.slice(0, new Slice(null, null, 3L));
        ByteOverlap bound = ByteOverlap.between(even, 8, third, 8);
        assertThat(bound.exact()).isFalse();
        assertThat(bound.bytes()).isGreaterThanOrEqualTo(100_000_000L / 6 * 8);
    }

    @Test
    void hangsViewsUnderTheBufferThatOwnsThem() {
        NDArray x = new RandomViews(6).owner();
        NDArray other = new RandomViews(7).owner();
        Variable view = new Variable("v", x.newAxis(0));
        Variable orphan = new Variable("o", other.newAxis(0));
        List<MemoryTree.Buffer> tree = MemoryTree.of(List.of(view, new Variable("x", x), orphan));
        assertThat(tree).hasSize(2);
        assertThat(tree.getFirst().owner()).map(Variable::name).contains("x");
        assertThat(tree.getFirst().views()).extracting(v -> v.variable().name()).containsExactly("v");
        assertThat(tree.getFirst().views().getFirst().shared()).extracting(s -> s.overlap().bytes())
                .containsExactly(x.nbytes());
        assertThat(tree.getLast().owner()).isEmpty();
        assertThat(tree.getLast().views()).extracting(v -> v.variable().name()).containsExactly("o");
    }
}
