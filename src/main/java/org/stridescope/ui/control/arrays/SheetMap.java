package org.stridescope.ui.control.arrays;

import javafx.scene.canvas.GraphicsContext;

import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.arrays.GridGeometry;

/** A small map of a sheet that does not fit, in the lower right corner: the whole, and the part in sight. */
record SheetMap(boolean needed, double x, double y, double width, double height, double seenX, double seenY) {
    private static final double LONGEST = 92;
    private static final double SHORTEST = 10;
    private static final double MARGIN = 8;

    /** {@code columns} and {@code rows} are in sight of a pane of {@code paneWidth} by {@code paneHeight} pixels. */
    static SheetMap of(GridGeometry geometry, double columns, double rows, double paneWidth, double paneHeight,
            double scale) {
        double seenX = Math.min(1, columns / Math.max(1, geometry.width()));
        double seenY = Math.min(1, rows / Math.max(1, geometry.height()));
        boolean needed = seenX < 0.999 || seenY < 0.999;
        double ratio = geometry.width() / Math.max(1, geometry.height());
        double width = Math.max(SHORTEST, Math.min(1, ratio) * LONGEST) * scale;
        double height = Math.max(SHORTEST, Math.min(1, 1 / Math.max(1e-9, ratio)) * LONGEST) * scale;
        return new SheetMap(needed, paneWidth - width - MARGIN, paneHeight - height - MARGIN, width, height, seenX,
                seenY);
    }

    boolean contains(double px, double py) {
        return needed && px >= x && px <= x + width && py >= y && py <= y + height;
    }

    double shareX(double px) {
        return (px - x) / width;
    }

    double shareY(double py) {
        return (py - y) / height;
    }

    void paint(GraphicsContext g, double left, double top, Look look, double wholeWidth, double wholeHeight) {
        g.setFill(look.palette().panel());
        g.fillRect(x, y, width, height);
        g.setStroke(look.palette().muted());
        g.setLineWidth(look.line());
        g.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
        g.setFill(look.palette().accent());
        double w = Math.max(3, width * seenX);
        double h = Math.max(3, height * seenY);
        double px = Math.min(width - w, width * left / Math.max(1, wholeWidth));
        double py = Math.min(height - h, height * top / Math.max(1, wholeHeight));
        g.fillRect(x + px, y + py, w, h);
    }
}
