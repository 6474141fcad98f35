package org.stridescope.ui.view.ladder;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.util.List;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;

import org.stridescope.lab.ladder.Roofline;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.chart.ChartLook;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.ladder.RooflineModel.Point;

/** Operations a second over operations a byte, both logarithmic: the roofs as lines, each variant as a point in its hue. */
final class RooflineChart {
    private static final int POINTS = 1;

    private final Look look;

    private RooflineChart(Look look) {
        this.look = look;
    }

    static JFreeChart of(@Nullable Roofline roof, List<Point> points, Look look) {
        return new RooflineChart(look).draw(roof, points);
    }

    private JFreeChart draw(@Nullable Roofline roof, List<Point> points) {
        double left = 0.03;
        double right = 30;
        for (Point point : points) {
            left = Math.min(left, point.intensity() / 2);
            right = Math.max(right, point.intensity() * 4);
        }
        LogAxis x = ChartLook.logarithmic("operations a byte of memory traffic", 10, RooflineChart::plain, look);
        x.setRange(left, right);
        LogAxis y = ChartLook.logarithmic("operations a second", 10, value -> Figures.large(value), look);
        XYPlot plot = new XYPlot(new XYSeriesCollection(), x, y, new XYLineAndShapeRenderer());
        ChartLook.dress(plot, look);
        if (roof == null) {
            y.setRange(1e8, 1e12);
        } else {
            double low = points.stream().mapToDouble(Point::flops).min().orElse(roof.flops() / 100) / 3;
            y.setRange(Math.min(low, roof.flops() / 30), roof.flops() * 2.2);
            roofs(plot, roof, left, right);
            points(plot, points);
        }
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(ChartLook.awt(look.palette().background()));
        return chart;
    }

    private void roofs(XYPlot plot, Roofline roof, double left, double right) {
        XYSeriesCollection lines = new XYSeriesCollection();
        lines.addSeries(line("load", left, right, roof.loadBytesPerSecond(), roof.flops()));
        lines.addSeries(line("store", left, right, roof.storeBytesPerSecond(), roof.flops()));
        lines.addSeries(line("half", left, right, Double.MAX_VALUE, roof.flops() / 2));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        Color solid = ChartLook.awt(look.palette().text());
        Color faint = ChartLook.awt(look.palette().muted());
        float width = (float) (1.6 * look.line());
        float[] dashes = {6, 5};
        for (int i = 0; i < 3; i++) {
            renderer.setSeriesPaint(i, i == 0 ? solid : faint);
            renderer.setSeriesStroke(i, i == 0
                    ? new BasicStroke(width)
                    : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
        }
        plot.setDataset(0, lines);
        plot.setRenderer(0, renderer);
        double place = Math.sqrt(left * roof.flops() / roof.loadBytesPerSecond());
        say(plot, "loads " + Figures.large(roof.loadBytesPerSecond()) + "B/s", place,
                place * roof.loadBytesPerSecond() * 1.1, TextAnchor.BOTTOM_RIGHT);
        say(plot, "stores " + Figures.large(roof.storeBytesPerSecond()) + "B/s", place,
                place * roof.storeBytesPerSecond() / 1.1, TextAnchor.TOP_LEFT);
        say(plot, "multiply-adds " + Figures.large(roof.flops()) + "FLOP/s", right / 1.1, roof.flops() * 1.08,
                TextAnchor.BOTTOM_RIGHT);
        say(plot, "one operation an instruction, as cityblock has it", left * 1.1, roof.flops() / 2 / 1.08,
                TextAnchor.TOP_LEFT);
    }

    private static XYSeries line(String name, double left, double right, double slope, double top) {
        XYSeries line = new XYSeries(name);
        double bend = top / slope;
        line.add(left, Math.min(top, left * slope));
        if (bend > left && bend < right)
            line.add(bend, top);
        line.add(right, Math.min(top, right * slope));
        return line;
    }

    private void say(XYPlot plot, String words, double x, double y, TextAnchor anchor) {
        XYTextAnnotation text = new XYTextAnnotation(words, x, y);
        text.setFont(ChartLook.font(look, 12, Font.PLAIN));
        text.setPaint(ChartLook.awt(look.palette().muted()));
        text.setTextAnchor(anchor);
        plot.addAnnotation(text);
    }

    private void points(XYPlot plot, List<Point> points) {
        XYSeriesCollection dots = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        double size = 13 * look.scale();
        List<String> labels = RooflineLabels.of(points, decades(plot.getDomainAxis()), decades(plot.getRangeAxis()));
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            XYSeries dot = new XYSeries(point.variant());
            dot.add(point.intensity(), point.flops());
            dots.addSeries(dot);
            renderer.setSeriesPaint(i, ChartLook.awt(look.palette().hue(point.variant())));
            renderer.setSeriesShape(i, new Ellipse2D.Double(-size / 2, -size / 2, size, size));
            boolean toRight = i % 2 == 0 && point.intensity() < plot.getDomainAxis().getUpperBound() / 8
                    || point.intensity() < plot.getDomainAxis().getLowerBound() * 4;
            renderer.setSeriesPositiveItemLabelPosition(i,
                    new ItemLabelPosition(toRight ? ItemLabelAnchor.OUTSIDE3 : ItemLabelAnchor.OUTSIDE9,
                            toRight ? TextAnchor.CENTER_LEFT : TextAnchor.CENTER_RIGHT));
        }
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setItemLabelAnchorOffset(size);
        renderer.setDefaultItemLabelFont(ChartLook.font(look, 13, Font.BOLD));
        renderer.setDefaultItemLabelPaint(ChartLook.awt(look.palette().text()));
        renderer.setDefaultItemLabelGenerator((_, series, _) -> labels.get(series));
        plot.setDataset(POINTS, dots);
        plot.setRenderer(POINTS, renderer);
    }

    private static double decades(ValueAxis axis) {
        return Math.log10(axis.getUpperBound() / axis.getLowerBound());
    }

    private static String plain(double value) {
        return value >= 1 ? Long.toString(Math.round(value)) : Double.toString(Math.round(value * 1000) / 1000.0);
    }
}
