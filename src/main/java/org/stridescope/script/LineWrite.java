package org.stridescope.script;

import java.util.List;

import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;

/**
 * Items of an array that a line wrote in place: {@code x[1:] = 0}, {@code x += 1}, {@code out=x}.
 *
 * @param line    counted from 1
 * @param array   the array written through
 * @param regions items of its buffer, of its itemsize each
 * @param exact   whether the regions are what was written, and no more than that
 */
public record LineWrite(int line, NDArray array, List<Layout> regions, boolean exact) {
    public LineWrite {
        regions = List.copyOf(regions);
    }
}
