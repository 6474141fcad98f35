package org.stridescope.ui.control.arrays;

import org.stridescope.ui.model.arrays.BufferGeometry;

/** Sizes of a buffer's cells and rows in pixels: the largest font whose rows all fit, else the smallest that can be read. */
record BufferMetrics(BufferGeometry geometry, double cellWidth, double cellHeight, double font, double scale) {
    /** Right of the cells, for the scroll mark. */
    static final double SCROLL = 8;
    private static final double LARGEST_FONT = 26;
    private static final double SMALLEST_FONT = 12;
    private static final double ADVANCE = 0.6;

    static BufferMetrics fitting(long bytes, int itemsize, long offset, int longest, double width, double height,
            double scale) {
        BufferMetrics metrics = of(bytes, itemsize, offset, longest, width, LARGEST_FONT * scale, scale);
        for (double font = LARGEST_FONT; font >= SMALLEST_FONT; font -= 1) {
            metrics = of(bytes, itemsize, offset, longest, width, font * scale, scale);
            if (metrics.geometry.rows() * metrics.rowHeight() <= height)
                return metrics;
        }
        return metrics;
    }

    private static BufferMetrics of(long bytes, int itemsize, long offset, int longest, double width, double font,
            double scale) {
        double least = Math.max(2, longest) * ADVANCE * font + font * 0.9;
        BufferGeometry geometry = BufferGeometry.of(bytes, itemsize, offset, (int) Math.max(1, width / least));
        double most = font * 2.6 + longest * ADVANCE * font;
        double cell = Math.clamp(width / geometry.perRow(), least, Math.max(least, most));
        return new BufferMetrics(geometry, cell, font * 2.3, font, scale);
    }

    /** Above the cells of a row: the notes. */
    double above() {
        return 20 * scale;
    }

    /** One row: notes, cells, addresses, names of cache lines, a gap. */
    double rowHeight() {
        return above() + cellHeight + 40 * scale;
    }

    double x(long cell) {
        return cell % geometry.perRow() * cellWidth;
    }

    /** Upper edge of a cell's row when {@code top} rows are scrolled away. */
    double y(long cell, double top) {
        return (cell / geometry.perRow() - top) * rowHeight();
    }

    /** Narrow cells show only every second or fourth address. */
    boolean hasAddress(long cell) {
        double wanted = (Long.toString(geometry.bytes()).length() + 1.6) * ADVANCE * 11 * scale;
        int every = 1;
        while (every * cellWidth < wanted && every < geometry.perRow())
            every *= 2;
        return cell % geometry.perRow() % every == 0;
    }
}
