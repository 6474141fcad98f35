package org.stridescope.ui.control.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Objects;
import java.util.function.DoubleFunction;

import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

import org.stridescope.ui.control.Look;

/** The window's fonts and colours for the chart library, which measures text by AWT. */
public final class ChartLook {
    private static final Font WORDS = words();

    private ChartLook() {}

    /** The window's font, its size in pixels on a desk. */
    public static Font font(Look now, double size, int style) {
        return WORDS.deriveFont(style, (float) (size * now.scale()));
    }

    public static Color awt(javafx.scene.paint.Color colour) {
        return new Color((float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue(),
                (float) colour.getOpacity());
    }

    /** A logarithmic axis whose figures are written by {@code words}. */
    public static LogAxis logarithmic(String label, double base, DoubleFunction<String> words, Look now) {
        LogAxis axis = base == 10 ? new DecadeAxis(label) : new LogAxis(label);
        axis.setBase(base);
        axis.setNumberFormatOverride(new Written(words));
        axis.setMinorTickMarksVisible(false);
        axis.setTickUnit(new NumberTickUnit(1), false, true); // whole powers of the base
        dress(axis, now);
        return axis;
    }

    /** Fonts and colours of an axis. */
    public static void dress(ValueAxis axis, Look now) {
        axis.setLabelFont(font(now, 12, Font.PLAIN));
        axis.setLabelPaint(awt(now.palette().muted()));
        axis.setTickLabelFont(font(now, 12, Font.PLAIN));
        axis.setTickLabelPaint(awt(now.palette().muted()));
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
    }

    /** Lines and surfaces of a plot. */
    public static void dress(XYPlot plot, Look now) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        BasicStroke stroke = new BasicStroke((float) now.line());
        plot.setDomainGridlinePaint(awt(now.palette().line()));
        plot.setDomainGridlineStroke(stroke);
        plot.setRangeGridlinePaint(awt(now.palette().line()));
        plot.setRangeGridlineStroke(stroke);
        plot.setInsets(new RectangleInsets(8, 0, 4, 12));
        plot.setAxisOffset(new RectangleInsets(4, 4, 4, 4));
    }

    private static Font words() {
        try (InputStream in = ChartLook.class.getResourceAsStream("/fonts/InterTabular-Regular.otf")) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(in, "font"));
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        } catch (FontFormatException error) {
            throw new IllegalStateException("the bundled font cannot be read", error);
        }
    }

    private static final class Written extends NumberFormat {
        private static final long serialVersionUID = 1L;
        private final transient DoubleFunction<String> words;

        Written(DoubleFunction<String> words) {
            this.words = words;
        }

        @Override
        public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
            return to.append(words.apply(number));
        }

        @Override
        public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
            return to.append(words.apply(number));
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            throw new UnsupportedOperationException("figures are only written");
        }
    }
}
