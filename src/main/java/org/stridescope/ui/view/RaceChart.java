package org.stridescope.ui.view;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Paint;
import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

import org.stridescope.lab.RaceResult.Row;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.Palette;
import org.stridescope.ui.model.Figures;

import static org.stridescope.ui.control.chart.ChartLook.awt;
import static org.stridescope.ui.control.chart.ChartLook.font;

/** Elapsed time as bars, one a variant in its hue; drawn on a canvas as lines and text, so crisp at any size. */
final class RaceChart extends Region {
    private final ObservableValue<Look> look;
    private final ChartCanvas canvas;
    private List<Row> rows = List.of();

    RaceChart(ObservableValue<Look> look) {
        this.look = look;
        canvas = new ChartCanvas(chart());
        canvas.setManaged(false);
        getChildren().add(canvas);
        setId("chart");
        setMinSize(200, 140);
        look.subscribe(_ -> canvas.setChart(chart()));
    }

    void show(List<Row> newRows) {
        rows = newRows;
        canvas.setChart(chart());
        setAccessibleText("bar chart of elapsed times: " + rows.stream()
                .map(row -> row.variant() + " " + Figures.duration(row.seconds())).toList());
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
    }

    private JFreeChart chart() {
        Look now = look.getValue();
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (Row row : rows) {
            data.addValue(Double.isNaN(row.seconds()) ? null : Double.valueOf(row.seconds()), "time", row.variant());
        }
        CategoryPlot plot = new CategoryPlot(data, categories(now), seconds(now), new HueBars(rows, now));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(awt(now.palette().line()));
        plot.setRangeGridlineStroke(new BasicStroke((float) now.line()));
        plot.setInsets(new RectangleInsets(4, 0, 4, 8));
        plot.setAxisOffset(new RectangleInsets(4, 0, 0, 0));
        JFreeChart chart = new JFreeChart("Elapsed time, shorter is better", font(now, 12, Font.BOLD), plot, false);
        chart.getTitle().setPaint(awt(now.palette().muted()));
        chart.getTitle().setHorizontalAlignment(org.jfree.chart.ui.HorizontalAlignment.LEFT);
        chart.setBackgroundPaint(awt(now.palette().background()));
        return chart;
    }

    private static CategoryAxis categories(Look now) {
        CategoryAxis axis = new CategoryAxis();
        axis.setTickLabelFont(font(now, 13, Font.PLAIN));
        axis.setTickLabelPaint(awt(now.palette().text()));
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setMaximumCategoryLabelWidthRatio(0.4f);
        return axis;
    }

    private static NumberAxis seconds(Look now) {
        NumberAxis axis = new NumberAxis("seconds");
        axis.setLabelFont(font(now, 12, Font.PLAIN));
        axis.setLabelPaint(awt(now.palette().muted()));
        axis.setTickLabelFont(font(now, 12, Font.PLAIN));
        axis.setTickLabelPaint(awt(now.palette().muted()));
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setUpperMargin(0.3);
        return axis;
    }

    private static final class HueBars extends BarRenderer {
        private static final long serialVersionUID = 1L;
        private final transient List<Row> rows;
        private final transient Palette palette;

        HueBars(List<Row> rows, Look now) {
            this.rows = rows;
            palette = now.palette();
            setBarPainter(new StandardBarPainter());
            setShadowVisible(false);
            setMaximumBarWidth(0.08);
            setDefaultItemLabelsVisible(true);
            setDefaultItemLabelFont(font(now, 13, Font.BOLD));
            setDefaultItemLabelPaint(awt(palette.text()));
            setDefaultItemLabelGenerator(new TimeLabels());
            setDefaultPositiveItemLabelPosition(
                    new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
            setItemLabelAnchorOffset(6);
        }

        @Override
        public Paint getItemPaint(int row, int column) {
            return awt(palette.hue(rows.get(column).variant()));
        }
    }

    private static final class TimeLabels extends org.jfree.chart.labels.StandardCategoryItemLabelGenerator {
        private static final long serialVersionUID = 1L;

        @Override
        public String generateLabel(org.jfree.data.category.CategoryDataset data, int row, int column) {
            Number value = data.getValue(row, column);
            return value == null ? "" : Figures.duration(value.doubleValue());
        }
    }
}
