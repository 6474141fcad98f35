package org.stridescope.explain.layout;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.Slice;

import static org.assertj.core.api.Assertions.assertThat;

class FlagReasonsTest {
    private final NDArray x = NDArray.zeros(ArrayMemory.collected(), DType.INT32, 4, 4);

    private static String c(Layout layout, int itemsize) {
        return FlagReasons.cContiguous(layout, itemsize).why();
    }

    private static String f(Layout layout, int itemsize) {
        return FlagReasons.fContiguous(layout, itemsize).why();
    }

    @Test
    void sayWhichAxisBreaksCOrder() {
        assertThat(c(x.transpose().layout(), 4)).isEqualTo("the last axis steps 16 bytes, an item has 4");
        assertThat(c(x.slice(Slice.ALL, Slice.of(0, 2)).layout(), 4))
                .isEqualTo("axis 0 steps 16 bytes, a run of 2 items has 8");
        assertThat(c(x.slice(Slice.ALL, new Slice(null, null, -1L)).layout(), 4))
                .isEqualTo("the last axis runs backwards: it steps \u22124 bytes");
        assertThat(c(x.at(0).broadcastTo(3, 4).layout(), 4)).isEqualTo("axis 0 repeats one item: its stride is 0");
        assertThat(c(x.at(0).slice(new Slice(null, null, 2L)).layout(), 4))
                .isEqualTo("the only axis steps 8 bytes, an item has 4");
    }

    @Test
    void sayWhichAxisBreaksFOrder() {
        assertThat(f(x.layout(), 4)).isEqualTo("the first axis steps 16 bytes, an item has 4");
        assertThat(f(Layout.of(new long[]{4, 2}, new long[]{-1, 4}, 7), 1))
                .isEqualTo("the first axis runs backwards: it steps \u22121 byte");
    }

    @Test
    void sayWhyContiguousArraysAre() {
        assertThat(c(x.layout(), 4)).startsWith("the last axis steps one item");
        assertThat(f(x.transpose().layout(), 4)).startsWith("the first axis steps one item");
        assertThat(c(Layout.cOrder(4, 5), 4)).isEqualTo("the items follow each other, 4 bytes apart");
        assertThat(c(Layout.cOrder(4, 0, 3), 4)).startsWith("no items");
        assertThat(c(Layout.cOrder(4, 1, 1), 4)).isEqualTo("one item alone is in every order");
        assertThat(c(Layout.cOrder(4), 4)).isEqualTo("one item alone is in every order");
    }

    @Test
    void agreeWithTheLayoutAndNameAnAxisForEveryRefusal() {
        RandomViews views = new RandomViews(2);
        for (int trial = 0; trial < 2000; trial++) {
            NDArray view = views.view(views.owner());
            FlagReasons.Reason c = FlagReasons.cContiguous(view.layout(), view.itemsize());
            FlagReasons.Reason f = FlagReasons.fContiguous(view.layout(), view.itemsize());
            assertThat(c.set()).isEqualTo(view.isCContiguous());
            assertThat(f.set()).isEqualTo(view.isFContiguous());
            assertThat(c.why().contains("axis") && (c.why().contains("has") || c.why().contains("backwards")
                    || c.why().contains("repeats"))).as(view.layout() + ": " + c.why()).isEqualTo(!c.set());
            assertThat(f.why().contains("axis") && (f.why().contains("has") || f.why().contains("backwards")
                    || f.why().contains("repeats"))).as(view.layout() + ": " + f.why()).isEqualTo(!f.set());
        }
    }

    @Test
    void nameTheOwnerAndTheOthersThatAWriteChanges() {
        Variable own = new Variable("x", x);
        Variable even = new Variable("even", x.slice(new Slice(null, null, 2L)));
        Variable odd = new Variable("odd", x.slice(new Slice(1L, null, 2L)));
        Variable wide = new Variable("wide", x.at(0).broadcastTo(3, 4));
        List<Variable> all = List.of(own, even, odd, wide);
        assertThat(FlagReasons.of(own, all)).extracting(FlagReasons.Reason::why).contains(
                "its 64 B were allocated for it",
                "a write here changes even, odd and wide too");
        assertThat(FlagReasons.of(odd, all)).extracting(FlagReasons.Reason::why).contains("its buffer belongs to x",
                "a write here changes x too");
        assertThat(FlagReasons.of(wide, all)).extracting(FlagReasons.Reason::why)
                .contains("stretched by stride 0: one write would change many items at once");
        assertThat(FlagReasons.of(odd, List.of(odd))).extracting(FlagReasons.Reason::why)
                .contains("its buffer belongs to an array that has no name any more",
                        "no other variable sees these bytes");
        assertThat(FlagReasons.of(new Variable("r", x.readOnly()), all)).extracting(FlagReasons.Reason::why)
                .contains("it was made read-only");
    }
}
