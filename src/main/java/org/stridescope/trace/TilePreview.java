package org.stridescope.trace;

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
}
