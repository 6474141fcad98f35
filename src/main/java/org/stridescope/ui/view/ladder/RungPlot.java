package org.stridescope.ui.view.ladder;

import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;

import org.stridescope.lab.BenchmarkReport.Variant;
import org.stridescope.ui.control.DrawnPane;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.ladder.Rung;

/**
 * A rung's time on a logarithmic axis: a dot at the median, a thick line over the interval of the median, a thin one from the
 * fastest run to the slowest. Without a rung it is the axis itself.
 */
final class RungPlot extends DrawnPane {
    private static final double DOT = 4.5;

    private @Nullable Rung rung;
    private RungScale scale = RungScale.EMPTY;

    RungPlot(ObservableValue<Look> look) {
        super(look);
        setMinWidth(80);
    }

    void show(@Nullable Rung shown, RungScale now) {
        rung = shown;
        scale = now;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Look now) {
        g.setStroke(now.palette().line());
        g.setLineWidth(now.line());
        double labelled = -100;
        for (double tick : scale.ticks()) {
            double x = Math.round(scale.at(tick) * width) + 0.5;
            if (rung == null && x - labelled > 50 * now.scale()) {
                label(g, now, tick, x, width, height);
                labelled = x;
            }
            if (rung == null)
                continue;
            g.strokeLine(x, 0, x, height);
        }
        Rung drawn = rung;
        Variant figures = drawn == null ? null : drawn.figures();
        if (drawn != null && figures != null && drawn.isTimed())
            time(g, figures, width, height, now);
    }

    private static void label(GraphicsContext g, Look now, double tick, double x, double width, double height) {
        g.setFill(now.palette().muted());
        g.setFont(now.caption());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(x < 24 ? TextAlignment.LEFT : x > width - 24 ? TextAlignment.RIGHT : TextAlignment.CENTER);
        g.fillText(tick < 1e-3
                ? Math.round(tick * 1e6) + " \u00b5s"
                : tick < 1 ? Math.round(tick * 1e3) + " ms" : Math.round(tick) + " s", x, height / 2);
    }

    private void time(GraphicsContext g, Variant figures, double width, double height, Look now) {
        Color hue = now.palette().hue(figures.name());
        double middle = Math.round(height / 2) + 0.5;
        double median = scale.at(figures.medianSeconds()) * width;
        g.setStroke(hue.deriveColor(0, 1, 1, 0.25));
        g.setLineWidth(6 * now.scale());
        g.strokeLine(0, middle, median, middle);
        g.setStroke(hue);
        g.setLineWidth(now.line());
        g.strokeLine(scale.at(figures.minSeconds()) * width, middle, scale.at(figures.maxSeconds()) * width, middle);
        g.setLineWidth(4 * now.scale());
        g.strokeLine(scale.at(figures.lowSeconds()) * width, middle, scale.at(figures.highSeconds()) * width, middle);
        double dot = DOT * now.scale();
        g.setFill(hue);
        g.fillOval(median - dot, middle - dot, 2 * dot, 2 * dot);
        g.setStroke(now.palette().background());
        g.setLineWidth(1.5);
        g.strokeOval(median - dot, middle - dot, 2 * dot, 2 * dot);
        setAccessibleText(Figures.duration(figures.medianSeconds()));
    }
}
