package org.stridescope.ui.control.arrays;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Paints single cells: a rounded box with its text in the middle. */
final class CellPainter {
    private static final double ADVANCE = 0.6;

    private CellPainter() {}

    static void paint(GraphicsContext g, CellPaint paint, String text, Font font, double x, double y, double width,
            double height) {
        double gap = Math.min(3, width * 0.05);
        double round = Math.min(12, Math.min(width, height) * 0.24);
        g.setFill(paint.fill());
        g.fillRoundRect(x + gap, y + gap, width - 2 * gap, height - 2 * gap, round, round);
        if (paint.edgeWidth() > 0 && paint.edge() != Color.TRANSPARENT)
            edge(g, paint, x, y, width, height, gap, round);
        if (text.isEmpty())
            return;
        double fits = (width - 2 * gap) / (text.length() * ADVANCE);
        g.setFont(fits < font.getSize() ? Font.font(font.getFamily(), Math.max(6, fits)) : font);
        g.setFill(paint.text());
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, x + width / 2, y + height / 2);
    }

    private static void edge(GraphicsContext g, CellPaint paint, double x, double y, double width, double height,
            double gap,
            double round) {
        g.setStroke(paint.edge());
        g.setLineWidth(paint.edgeWidth());
        if (paint.dashed())
            g.setLineDashes(4, 4);
        double in = gap + (paint.dashed() ? 0.5 : 0);
        g.strokeRoundRect(x + in, y + in, width - 2 * in, height - 2 * in, round, round);
        g.setLineDashes();
    }
}
