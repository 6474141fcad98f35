package org.stridescope.ui.view.ladder;

import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

import org.stridescope.ui.control.DrawnPane;
import org.stridescope.ui.control.Look;

/** Cache lines of 64 bytes in cells of 8, and in them each thread's counter in its hue. */
final class LinePicture extends DrawnPane {
    private static final int CELLS = 8;
    private static final int LINES = 4;

    private final int cellsApart;
    private int threads = 2;

    LinePicture(ObservableValue<Look> look, int bytesApart) {
        super(look);
        cellsApart = bytesApart / Long.BYTES;
        setMinHeight(44);
        look.subscribe(now -> setPrefHeight(48 * now.scale()));
    }

    void show(int counters) {
        threads = counters;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Look now) {
        double line = Math.min(width / LINES, 230 * now.scale());
        double cell = (line - 14) / CELLS;
        double size = Math.min(cell - 2, height - 18 * now.scale());
        g.setFont(now.caption());
        g.setTextBaseline(VPos.CENTER);
        for (int l = 0; l < LINES; l++) {
            for (int c = 0; c < CELLS; c++) {
                int at = l * CELLS + c;
                boolean counter = at % cellsApart == 0 && at / cellsApart < threads;
                g.setFill(counter ? now.palette().hue(at / cellsApart) : now.palette().raised());
                double x = l * line + c * cell;
                g.fillRoundRect(x, 0, cell - 2, size, 4, 4);
                if (counter) {
                    g.setFill(now.palette().background());
                    g.setTextAlign(TextAlignment.CENTER);
                    g.fillText(Integer.toString(at / cellsApart), x + (cell - 2) / 2, size / 2);
                }
            }
            g.setFill(now.palette().muted());
            g.setTextAlign(TextAlignment.LEFT);
            g.fillText("line " + l, l * line, size + 10 * now.scale());
        }
    }
}
