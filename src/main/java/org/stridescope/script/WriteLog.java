package org.stridescope.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Index;
import org.stridescope.array.Indexing;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;

/** What each line of a script wrote into arrays that were there before. */
final class WriteLog {
    /** Writes noted a line: a loop may write for ever. */
    private static final int NOTED = 256;
    /** Items of an array up to which those picked by index arrays are told apart. */
    private static final long PICKED = 4096;

    private final List<LineWrite> writes = new ArrayList<>();
    private final Map<Integer, Integer> noted = new HashMap<>();

    List<LineWrite> writes() {
        return List.copyOf(writes);
    }

    /** A line wrote all of an array. */
    void whole(int line, NDArray array) {
        add(line, array, List.of(array.layout()), true);
    }

    /** A line wrote what these indices choose. */
    void chosen(int line, NDArray array, List<Index> indices) {
        if (noted.getOrDefault(line, 0) > NOTED)
            return;
        if (indices.stream().noneMatch(Index.Items.class::isInstance)) {
            // a plain index takes no memory: it gives another layout over the same bytes
            add(line, array, List.of(Indexing.get(array, indices, ArrayMemory.collected()).layout()), true);
        } else if (array.size() > PICKED) {
            add(line, array, List.of(array.layout()), false);
        } else {
            add(line, array, picked(array, indices), true);
        }
    }

    /** Index arrays pick the addresses of the items out of an array of all addresses, as they would the items. */
    private static List<Layout> picked(NDArray array, List<Index> indices) {
        ArrayMemory memory = ArrayMemory.collected();
        NDArray addresses = NDArray.zeros(memory, DType.INT64, array.layout().shape());
        Layout walk = Layout.cOrder(1, array.layout().shape());
        for (long item = 0; item < array.size(); item++) {
            long[] index = index(walk, item);
            addresses.setLong(array.layout().offset(index), index);
        }
        NDArray chosen = Indexing.get(addresses, indices, memory);
        List<Layout> regions = new ArrayList<>();
        Layout order = Layout.cOrder(1, chosen.layout().shape());
        for (long item = 0; item < chosen.size(); item++)
            regions.add(Layout.of(new long[0], new long[0], chosen.getLong(index(order, item))));
        return regions;
    }

    private static long[] index(Layout walk, long item) {
        long[] index = new long[walk.ndim()];
        for (int axis = index.length - 1; axis >= 0; axis--) {
            index[axis] = item % walk.shape(axis);
            item /= walk.shape(axis);
        }
        return index;
    }

    private void add(int line, NDArray array, List<Layout> regions, boolean exact) {
        int before = noted.merge(line, 1, Integer::sum);
        if (before > NOTED + 1)
            return;
        LineWrite now = before > NOTED
                ? new LineWrite(line, array, List.of(array.layout()), false)
                : new LineWrite(line, array, regions, exact);
        // x[1:] += 1 writes the same items by the operation and by the assignment
        boolean again = !writes.isEmpty() && writes.getLast().line() == line
                && writes.getLast().regions().equals(now.regions());
        if (!again)
            writes.add(now);
    }
}
