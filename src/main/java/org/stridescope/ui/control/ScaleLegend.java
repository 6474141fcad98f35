package org.stridescope.ui.control;

import java.util.Locale;

import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

import org.stridescope.ui.model.ColourScale;
import org.stridescope.ui.model.ValueRange;

/** The colour scale of all matrices, with its ends. */
public final class ScaleLegend extends DrawnPane {
    private static final double WIDTH = 172;
    private ValueRange range = ValueRange.NONE;

    public ScaleLegend(ObservableValue<Look> look) {
        super(look);
        setAccessibleText("colour scale of the matrices");
    }

    public void show(ValueRange newRange) {
        if (newRange.equals(range))
            return;
        range = newRange;
        repaint();
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDTH * look().scale();
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return 18 * look().scale();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Look look) {
        if (range.equals(ValueRange.NONE))
            return;
        double edge = 42 * look.scale();
        double bar = width - 2 * edge;
        double tall = 9 * look.scale();
        for (int x = 0; x < bar; x++) {
            int argb = ColourScale.argb(x, 0, bar - 1);
            g.setFill(Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff));
            g.fillRect(edge + x, (height - tall) / 2, 1.5, tall);
        }
        g.setFont(look.caption());
        g.setFill(look.palette().muted());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(figure(range.low()), edge - 5 * look.scale(), height / 2);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(figure(range.high()), width - edge + 5 * look.scale(), height / 2);
    }

    private static String figure(double value) {
        double size = Math.abs(value);
        if (value == 0)
            return "0";
        if (size >= 1e4 || size < 0.01)
            return String.format(Locale.ROOT, "%.0e", value);
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value).replace("-",
                "\u2212");
    }
}
