package org.stridescope.trace;

import java.util.Arrays;

/**
 * A tile as a picture: {@code height} x {@code width} values sampled from it, row by row. A whole result is sampled to at
 * most a few hundred pixels a side, so a recording of a gigabyte of distances stays small.
 */
public record TilePreview(int height, int width, float[] values) {
    public static final TilePreview EMPTY = new TilePreview(0, 0, new float[0]);

    public TilePreview {
        if (values.length != height * width) {
            throw new IllegalArgumentException(values.length + " values for " + height + " x " + width);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TilePreview that && height == that.height && width == that.width
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * height + width) + Arrays.hashCode(values);
    }
}
