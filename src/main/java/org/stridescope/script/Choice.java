package org.stridescope.script;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.Items;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.NestedLoop;

/** Writes the items of one array over those of another where a mask is true; all of one shape. */
final class Choice {
    private Choice() {}

    static void write(NDArray mask, NDArray from, NDArray to, ArrayMemory memory) {
        NDArray same = from;
        if (from.dtype() != to.dtype()) {
            same = NDArray.unfilled(memory, to.dtype(), Layout.cOrder(to.itemsize(), from.shape()));
            Items.cast(from, same);
        }
        NDArray source = same;
        int itemsize = to.itemsize();
        NestedLoop.over(to.shape(), (at, step, count) -> {
            for (long i = 0; i < count; i++) {
                if (mask.longAt(at[0] + i * step[0]) == 0)
                    continue;
                java.lang.foreign.MemorySegment.copy(source.buffer(), at[1] + i * step[1], to.buffer(),
                        at[2] + i * step[2], itemsize);
            }
        }, mask.layout(), source.layout(), to.layout());
    }
}
