package org.stridescope.ui.control.arrays;

import org.stridescope.ui.model.arrays.GridGeometry;

/**
 * Sizes of a sheet's cells in pixels: as large as the pane allows, so that they can be read from afar, and never too small to
 * read; a sheet that does not fit is scrolled.
 */
record CellMetrics(double width, double height, double font) {
    private static final double LARGEST_FONT = 32;
    private static final double SMALLEST_FONT = 12;
    private static final double ADVANCE = 0.6;

    static CellMetrics fitting(GridGeometry geometry, int longest, double paneWidth, double paneHeight, double scale) {
        double font = LARGEST_FONT * scale;
        CellMetrics metrics = of(longest, font);
        while (font > SMALLEST_FONT * scale && !metrics.fits(geometry, paneWidth, paneHeight)) {
            font -= 1;
            metrics = of(longest, font);
        }
        return metrics;
    }

    private static CellMetrics of(int longest, double font) {
        double width = Math.max(2, longest) * ADVANCE * font + font * 1.6;
        return new CellMetrics(Math.max(width, font * 2.6), font * 2.35, font);
    }

    private boolean fits(GridGeometry geometry, double paneWidth, double paneHeight) {
        return geometry.width() * width <= paneWidth && geometry.height() * height <= paneHeight;
    }
}
