package org.stridescope.ui.view.ladder;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYPointerAnnotation;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

import org.stridescope.lab.DistanceExperiment;
import org.stridescope.lab.ladder.AmdahlFit;
import org.stridescope.lab.ladder.CacheSizes;
import org.stridescope.lab.ladder.Sweep.Axis;
import org.stridescope.lab.ladder.WorkingSet;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.chart.ChartLook;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.ladder.ScalingModel.Curve;
import org.stridescope.ui.model.ladder.ScalingModel.Place;
import org.stridescope.ui.model.ladder.ScalingWords;

/** Curves of a sweep, a hue a variant, each median with its interval; two logarithmic axes, or speed-up against threads. */
final class ScalingChart {
    private static final int STEPS = 40;

    private final Look look;
    private final Axis axis;
    private final List<Curve> curves;
    private final XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    private final XYErrorRenderer renderer = new XYErrorRenderer();

    ScalingChart(Look look, Axis axis, List<Curve> curves) {
        this.look = look;
        this.axis = axis;
        this.curves = curves;
        renderer.setDrawXError(false);
        renderer.setDefaultLinesVisible(true);
        renderer.setCapLength(0);
    }

    /** What is drawn upwards. */
    enum Shown {
        TIME, RATE, SPEED_UP, EFFICIENCY
    }

    /** Median time or rate over the axis, where the caches are left marked. */
    JFreeChart sizes(Shown shown, DistanceExperiment base, CacheSizes caches) {
        for (Curve curve : curves) {
            XYIntervalSeries series = add(curve.variant(), 1);
            for (Place place : curve.places()) {
                var v = place.figures();
                double work = v.elementsPerSecond() * v.medianSeconds();
                boolean rate = shown == Shown.RATE;
                point(series, place.value(), rate ? work / v.medianSeconds() : v.medianSeconds(),
                        rate ? work / v.highSeconds() : v.lowSeconds(),
                        rate ? work / v.lowSeconds() : v.highSeconds());
            }
        }
        LogAxis y = ChartLook.logarithmic(shown == Shown.RATE ? "pair-features a second" : "median time", 10,
                shown == Shown.RATE ? Figures::rate : Figures::duration, look);
        XYPlot plot = plot(ChartLook.logarithmic(axis.label(), 2, ScalingChart::count, look), y);
        for (Curve curve : curves)
            caches(plot, curve, shown, base, caches);
        return chart(shown == Shown.RATE ? "Rate, higher is better" : "Time, lower is better", plot);
    }

    private void caches(XYPlot plot, Curve curve, Shown shown, DistanceExperiment base, CacheSizes caches) {
        for (WorkingSet.Leaving place : ScalingWords.leaving(curve, axis, base, caches)) {
            XYPointerAnnotation mark = new XYPointerAnnotation(place.cache().name(), place.at(),
                    between(curve, shown, place.at()), shown == Shown.RATE ? Math.PI / 2 : -Math.PI / 2);
            mark.setFont(ChartLook.font(look, 12, Font.PLAIN));
            mark.setPaint(hue(curve.variant()));
            mark.setArrowPaint(hue(curve.variant()));
            mark.setTextAnchor(TextAnchor.CENTER);
            mark.setBaseRadius(22 * look.scale());
            mark.setTipRadius(7);
            mark.setLabelOffset(7 * look.scale());
            plot.addAnnotation(mark);
        }
    }

    /** The height of a curve between its places, straight on the logarithmic axes. */
    private static double between(Curve curve, Shown shown, double at) {
        Place before = curve.places().getFirst();
        for (Place place : curve.places()) {
            if (place.value() >= at && place.value() > before.value()) {
                double share = Math.log(at / before.value()) / Math.log((double) place.value() / before.value());
                return Math.exp((1 - share) * Math.log(height(before, shown)) + share * Math.log(height(place, shown)));
            }
            before = place;
        }
        return height(before, shown);
    }

    private static double height(Place place, Shown shown) {
        return shown == Shown.RATE ? place.figures().elementsPerSecond() : place.figures().medianSeconds();
    }

    /** Speed-up or efficiency against threads, with Amdahl's fit and what would be linear. */
    JFreeChart threads(Shown shown, int cores) {
        boolean efficiency = shown == Shown.EFFICIENCY;
        double most = 1;
        for (Curve curve : curves) {
            if (curve.places().getFirst().value() != 1)
                continue;
            double one = curve.places().getFirst().figures().medianSeconds();
            XYIntervalSeries series = add(curve.variant(), 1);
            for (Place place : curve.places()) {
                double per = efficiency ? place.value() : 1;
                var v = place.figures();
                point(series, place.value(), one / v.medianSeconds() / per, one / v.highSeconds() / per,
                        one / v.lowSeconds() / per);
                most = Math.max(most, place.value());
            }
        }
        for (Curve curve : curves) {
            double right = most;
            ScalingWords.fit(curve, cores).ifPresent(fit -> fitted(curve.variant(), fit, right, efficiency));
        }
        linear(efficiency, Math.max(most, 2), cores);
        NumberAxis x = new NumberAxis("threads");
        x.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        x.setRange(0.8, Math.max(most, 2) + 0.2);
        NumberAxis y = new NumberAxis(efficiency ? "efficiency: speed-up over threads" : "speed-up over one thread");
        y.setAutoRangeIncludesZero(true);
        ChartLook.dress(x, look);
        ChartLook.dress(y, look);
        return chart(efficiency ? "Efficiency, dashed: Amdahl's fit" : "Speed-up, dashed: Amdahl's fit", plot(x, y));
    }

    private void fitted(String variant, AmdahlFit fit, double right, boolean efficiency) {
        XYIntervalSeries series = add(variant, 0);
        for (int i = 0; i <= STEPS; i++) {
            double threads = 1 + (right - 1) * i / STEPS;
            double height = fit.speedUp(threads) / (efficiency ? threads : 1);
            point(series, threads, height, height, height);
        }
    }

    private void linear(boolean efficiency, double right, int cores) {
        int index = data.getSeriesCount();
        XYIntervalSeries series = new XYIntervalSeries("linear");
        data.addSeries(series);
        renderer.setSeriesPaint(index, ChartLook.awt(look.palette().muted()));
        renderer.setSeriesStroke(index, new BasicStroke((float) look.line()));
        renderer.setSeriesShapesVisible(index, false);
        point(series, 1, 1, 1, 1);
        double bend = Math.min(cores, right);
        point(series, bend, efficiency ? 1 : bend, efficiency ? 1 : bend, efficiency ? 1 : bend);
        double end = efficiency ? bend / right : bend;
        point(series, right, end, end, end);
    }

    /** @param shapes 1 where places are measured, 0 for a fitted line */
    private XYIntervalSeries add(String variant, int shapes) {
        int index = data.getSeriesCount();
        XYIntervalSeries series = new XYIntervalSeries(variant + (shapes == 0 ? " fit" : ""));
        data.addSeries(series);
        double size = 8 * look.scale();
        float width = (float) (1.8 * look.line());
        renderer.setSeriesPaint(index, hue(variant));
        renderer.setSeriesShape(index, new Ellipse2D.Double(-size / 2, -size / 2, size, size));
        renderer.setSeriesShapesVisible(index, shapes == 1);
        renderer.setSeriesStroke(index, shapes == 1
                ? new BasicStroke(width)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[]{5, 5}, 0));
        return series;
    }

    private static void point(XYIntervalSeries series, double x, double y, double low, double high) {
        series.add(x, x, x, y, low, high);
    }

    private Color hue(String variant) {
        return ChartLook.awt(look.palette().hue(variant));
    }

    private XYPlot plot(ValueAxis x, ValueAxis y) {
        XYPlot plot = new XYPlot(data, x, y, renderer);
        ChartLook.dress(plot, look);
        return plot;
    }

    private JFreeChart chart(String title, XYPlot plot) {
        JFreeChart chart = new JFreeChart(title, ChartLook.font(look, 12, Font.BOLD), plot, false);
        chart.getTitle().setPaint(ChartLook.awt(look.palette().muted()));
        chart.getTitle().setHorizontalAlignment(org.jfree.chart.ui.HorizontalAlignment.LEFT);
        chart.setBackgroundPaint(ChartLook.awt(look.palette().background()));
        return chart;
    }

    private static String count(double value) {
        return Figures.count(Math.round(value));
    }

    /** An empty chart, before anything is known. */
    static JFreeChart empty(Look look) {
        return new ScalingChart(look, Axis.POINTS, new ArrayList<>()).chart("", new XYPlot());
    }
}
