package org.stridescope.explain.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;

import static org.assertj.core.api.Assertions.assertThat;

class BufferMapTest {
    @Test
    void findsTheItemsOverEveryByteOfAnyView() {
        RandomViews views = new RandomViews(3);
        for (int trial = 0; trial < 300; trial++) {
            NDArray view = views.view(views.owner());
            BufferMap map = new BufferMap(view.layout(), view.itemsize());
            List<List<long[]>> expected = covering(view);
            for (int at = 0; at < expected.size(); at++) {
                List<long[]> items = expected.get(at);
                assertThat(map.itemsAt(at, BufferMap.COUNTED)).usingElementComparator(Arrays::compare)
                        .containsExactlyElementsOf(items);
                assertThat(map.timesSeen(at)).isEqualTo(items.size());
                assertThat(map.sees(at)).isEqualTo(!items.isEmpty());
            }
        }
    }

    private static List<List<long[]>> covering(NDArray view) {
        List<List<long[]>> items = new ArrayList<>();
        for (long at = 0; at < view.buffer().byteSize(); at++)
            items.add(new ArrayList<>());
        for (long[] index : RandomViews.indices(view.layout())) {
            long at = view.layout().offset(index);
            for (int b = 0; b < view.itemsize(); b++)
                items.get((int) at + b).add(index);
        }
        return items;
    }

    @Test
    void answersForArraysTooLargeToWalk() {
        BufferMap transposed = new BufferMap(Layout.cOrder(8, 1_000_000, 1_000_000).transpose(), 8);
        assertThat(transposed.itemsAt(8L * (123_456L * 1_000_000 + 7) + 5, 4)).usingElementComparator(Arrays::compare)
                .containsExactly(new long[]{7, 123_456});
        BufferMap stretched = new BufferMap(Layout.cOrder(8, 1).broadcastTo(1_000_000_000), 8);
        assertThat(stretched.timesSeen(0)).isEqualTo(BufferMap.COUNTED);
    }
}
