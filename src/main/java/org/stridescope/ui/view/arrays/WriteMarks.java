package org.stridescope.ui.view.arrays;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.arrays.BufferSheet;
import org.stridescope.ui.control.arrays.CellPaint;
import org.stridescope.ui.control.arrays.CellSheet;
import org.stridescope.ui.model.arrays.ShownArray;
import org.stridescope.ui.model.arrays.Write;

/** The last write as marks over the shown array and its buffer; worked out once a write, as the pointer needs it often. */
record WriteMarks(List<CellSheet.Mark> cells, List<BufferSheet.Mark> bytes) {
    static final WriteMarks NONE = new WriteMarks(List.of(), List.of());
    /** Items lit; more than a sheet can show. */
    private static final int LIT = 4096;
    /** Items that may cover one byte: a stretched view shows it often. */
    private static final int COVERING = 64;

    static WriteMarks of(ShownArray shown, @Nullable Write write, Look look) {
        if (write == null || write.owner() != shown.variable().owner())
            return NONE;
        CellPaint paint = ArrayCells.written(look);
        List<CellSheet.Mark> cells = new ArrayList<>();
        List<BufferSheet.Mark> bytes = new ArrayList<>();
        Set<List<Long>> lit = new HashSet<>();
        int itemsize = shown.array().itemsize();
        for (long from : write.addresses(LIT)) {
            for (long at = from; at < from + write.itemsize(); at = next(at, from + write.itemsize(), itemsize)) {
                bytes.add(new BufferSheet.Mark(at, paint));
                for (long[] index : shown.map().itemsAt(at, COVERING)) {
                    if (lit.add(java.util.Arrays.stream(index).boxed().toList()))
                        cells.add(new CellSheet.Mark(index, paint));
                }
            }
        }
        return new WriteMarks(cells, bytes);
    }

    /** The first byte of the next shown item, but never beyond the last byte written without looking at that. */
    private static long next(long at, long end, int itemsize) {
        return at + itemsize < end || at == end - 1 ? at + itemsize : end - 1;
    }
}
