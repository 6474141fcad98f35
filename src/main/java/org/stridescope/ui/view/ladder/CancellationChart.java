package org.stridescope.ui.view.ladder;

import java.awt.BasicStroke;
import java.awt.Font;
import java.util.List;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import org.stridescope.lab.ladder.CloseTwins;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.chart.ChartLook;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.ladder.CancellationModel;

/** Digits that survive against the offset, a line a way, and where the slider stands. */
final class CancellationChart {
    private CancellationChart() {}

    static JFreeChart of(CancellationModel model, Look look, List<String> hues) {
        XYSeriesCollection data = new XYSeriesCollection();
        add(data, "differences", model.curve(CloseTwins::differences));
        add(data, "trick", model.curve(CloseTwins::trick));
        add(data, "centred trick", model.curve(CloseTwins::centred));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        for (int i = 0; i < hues.size(); i++) {
            renderer.setSeriesPaint(i, ChartLook.awt(look.palette().hue(hues.get(i))));
            renderer.setSeriesStroke(i, i == 2
                    ? new BasicStroke((float) (2.2 * look.line()), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1,
                            new float[]{7, 5}, 0)
                    : new BasicStroke((float) (2.2 * look.line())));
        }
        LogAxis x = ChartLook.logarithmic("offset of the points from the origin", 10, Figures::power, look);
        x.setRange(0.9, Math.pow(10, CancellationModel.MOST_POWER) * 1.1);
        NumberAxis y = new NumberAxis("digits that are right");
        y.setRange(-0.3, 17);
        ChartLook.dress(y, look);
        XYPlot plot = new XYPlot(data, x, y, renderer);
        ChartLook.dress(plot, look);
        ValueMarker now = new ValueMarker(Math.pow(10, model.power().get()));
        now.setPaint(ChartLook.awt(look.palette().text()));
        now.setStroke(new BasicStroke((float) look.line()));
        plot.addDomainMarker(now);
        JFreeChart chart = new JFreeChart("Digits that survive, as the points move away", ChartLook.font(look, 12, Font.BOLD),
                plot, false);
        chart.getTitle().setPaint(ChartLook.awt(look.palette().muted()));
        chart.getTitle().setHorizontalAlignment(org.jfree.chart.ui.HorizontalAlignment.LEFT);
        chart.setBackgroundPaint(ChartLook.awt(look.palette().background()));
        return chart;
    }

    private static void add(XYSeriesCollection data, String name, List<double[]> places) {
        XYSeries series = new XYSeries(name);
        for (double[] place : places)
            series.add(Math.pow(10, place[0]), place[1]);
        data.addSeries(series);
    }
}
