package org.stridescope.ui.control;

import java.util.List;
import java.util.function.ToLongFunction;

import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

import org.jspecify.annotations.Nullable;

import org.stridescope.trace.RunTrace;
import org.stridescope.trace.TraceEvent.MemorySample;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.MemoryCurve;
import org.stridescope.ui.model.RaceMoment;

/** Memory over a run's time: off-heap and heap stacked, the resident set as a line, on one scale for all columns. */
public final class MemoryPicture extends DrawnPane {
    /** Height of a line of the legend where it stands above the curves, and the width that holds all of it. */
    private static final double LEGEND = 15;
    private static final double ONE_LINE = 161;
    /** A sample may come so late. */
    private static final long LATE = 250_000_000;

    private @Nullable RaceMoment moment;
    private @Nullable RunTrace run;
    private MemoryCurve curve = new MemoryCurve(List.of(), 0, 0);
    private long span = 1;
    private long scale = 1;
    private @Nullable Shown drawn;

    /** What lies on the canvas. */
    private record Shown(String variant, long start, boolean over, long elapsed, long span, long scale, int samples) {
        /** Whether this is that, a little later. */
        boolean goesOn(Shown that) {
            return !over && variant.equals(that.variant) && start == that.start && elapsed >= that.elapsed
                    && span == that.span && scale == that.scale && that.samples > 0 && samples >= that.samples;
        }
    }

    public MemoryPicture(ObservableValue<Look> look) {
        super(look);
        getStyleClass().add("memory");
    }

    /**
     * @param newSpan nanoseconds from left to right
     * @param newScale bytes from bottom to top
     */
    public void show(@Nullable RaceMoment newMoment, @Nullable RunTrace newRun, MemoryCurve newCurve, long newSpan,
            long newScale) {
        moment = newMoment;
        run = newRun;
        curve = newCurve;
        span = Math.max(1, newSpan);
        scale = Math.max(1, newScale);
        if (drawn != null && drawn.equals(shown()))
            return;
        String words = "memory, resident peak " + Figures.bytes(newCurve.peakResident());
        if (!words.equals(getAccessibleText()))
            setAccessibleText(words);
        repaint();
    }

    private @Nullable Shown shown() {
        RaceMoment now = moment;
        RunTrace of = run;
        if (now == null || of == null)
            return null;
        return new Shown(of.variant(), of.startNanos(), now.isOver(of) || !now.live(), now.elapsed(of), span, scale,
                curve.samples().size());
    }

    /** Live, the end of the curves is painted anew: what lay there was held level, until the next sample. */
    @Override
    protected boolean paintNew(GraphicsContext g, double width, double height, Look look) {
        Shown before = drawn;
        Shown now = shown();
        if (before == null || now == null || !now.goesOn(before))
            return false;
        double left = LanesPicture.gutter(look, width);
        double from = Math.floor(left + (width - left) * Math.max(0, before.elapsed() - LATE) / span) - 1;
        double top = top(look, width, left);
        from = Math.max(left, from);
        g.clearRect(from, top, Math.ceil(width) - from, Math.ceil(height) - top);
        g.save();
        g.beginPath();
        g.rect(from, top, Math.ceil(width) - from, Math.ceil(height) - top);
        g.clip();
        g.translate(0, top);
        curves(g, left, width, Math.max(1, height - top), Math.max(0, before.elapsed() - 2 * LATE), look);
        g.restore();
        drawn = now;
        return true;
    }

    private static double top(Look look, double width, double left) {
        double rows = width < ONE_LINE * look.scale() ? 2 : 1;
        return left > 0 ? 0 : Math.ceil(rows * LEGEND * look.scale()) + 1;
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Look look) {
        double left = LanesPicture.gutter(look, width);
        double top = top(look, width, left);
        drawn = shown();
        g.save();
        g.translate(0, top);
        curves(g, left, width, Math.max(1, height - top), 0, look);
        g.restore();
        RaceMoment now = moment;
        RunTrace of = run;
        if (now == null || of == null || curve.samples().isEmpty())
            return;
        Color hue = look.palette().hue(of.variant());
        if (left > 0)
            legendsBeside(g, left, height, look, hue);
        else
            legendsAbove(g, width, look, hue);
    }

    /** @param from nanoseconds since the run's start; what was sampled before need not be drawn */
    private void curves(GraphicsContext g, double left, double width, double height, long from, Look look) {
        g.setFill(look.palette().raised());
        g.fillRect(left, 0, width - left, height);
        RaceMoment now = moment;
        RunTrace of = run;
        if (now == null || of == null || curve.samples().isEmpty())
            return;
        Color hue = look.palette().hue(of.variant());
        long end = now.elapsed(of);
        List<MemorySample> samples = between(of, from, end);
        if (samples.isEmpty())
            return;
        area(g, left, width, height, end, samples, s -> s.heapBytes() + s.offHeapBytes(), heap(look, hue));
        area(g, left, width, height, end, samples, MemorySample::offHeapBytes, offHeap(look, hue));
        g.setStroke(look.palette().text());
        g.setLineWidth(look.line() * 1.25);
        double[][] line = line(left, width, height, end, samples, MemorySample::residentBytes);
        g.strokePolyline(line[0], line[1], line[0].length);
    }

    private List<MemorySample> between(RunTrace of, long from, long end) {
        List<MemorySample> samples = curve.samples();
        int first = 0;
        while (first < samples.size() - 1 && samples.get(first + 1).nanos() - of.startNanos() < from)
            first++;
        int last = samples.size();
        while (last > first && samples.get(last - 1).nanos() - of.startNanos() > end)
            last--;
        return samples.subList(first, last);
    }

    private static Color heap(Look look, Color hue) {
        return look.palette().raised().interpolate(hue, 0.4);
    }

    private static Color offHeap(Look look, Color hue) {
        return look.palette().raised().interpolate(hue, 0.75);
    }

    private static void legendsBeside(GraphicsContext g, double left, double height, Look look, Color hue) {
        double row = Math.min(height / 3, 16 * look.scale());
        double most = left - 14 * look.scale();
        legend(g, "resident", look.palette().text(), 0, row * 0.5, most, look);
        legend(g, "heap", heap(look, hue), 0, row * 1.5, most, look);
        legend(g, "off-heap", offHeap(look, hue), 0, row * 2.5, most, look);
    }

    private static void legendsAbove(GraphicsContext g, double width, Look look, Color hue) {
        double s = look.scale();
        boolean two = width < ONE_LINE * s;
        double row = LEGEND * s;
        legend(g, "resident", look.palette().text(), 0, row / 2, width, look);
        legend(g, "heap", heap(look, hue), 60 * s, row / 2, width, look);
        legend(g, "off-heap", offHeap(look, hue), two ? 0 : 101 * s, two ? row * 1.5 : row / 2, width, look);
    }

    private static void legend(GraphicsContext g, String name, Color colour, double x, double middle, double most,
            Look look) {
        double tall = "resident".equals(name) ? 2 * look.line() : 8 * look.scale();
        g.setFont(look.small());
        g.setTextBaseline(VPos.CENTER);
        g.setFill(colour);
        g.fillRect(x, middle - tall / 2, 8 * look.scale(), tall);
        g.setFill(look.palette().muted());
        g.fillText(name, x + 12 * look.scale(), middle, most);
    }

    private void area(GraphicsContext g, double left, double width, double height, long end,
            List<MemorySample> samples, ToLongFunction<MemorySample> of, Color colour) {
        double[][] line = line(left, width, height, end, samples, of);
        int n = line[0].length;
        g.setFill(colour);
        g.beginPath();
        g.moveTo(line[0][0], height);
        for (int i = 0; i < n; i++)
            g.lineTo(line[0][i], line[1][i]);
        g.lineTo(line[0][n - 1], height);
        g.closePath();
        g.fill();
    }

    /** The curve's points through these samples and on to the elapsed time; both ends held level. */
    private double[][] line(double left, double width, double height, long end, List<MemorySample> shown,
            ToLongFunction<MemorySample> of) {
        long start = run == null ? 0 : run.startNanos();
        double[] x = new double[shown.size() + 1];
        double[] y = new double[shown.size() + 1];
        for (int i = 0; i < shown.size(); i++) {
            x[i] = left + (width - left) * Math.clamp((double) (shown.get(i).nanos() - start) / span, 0, 1);
            // an eighth stays free above the highest curve
            y[i] = height - height * 0.875 * of.applyAsLong(shown.get(i)) / scale;
        }
        x[shown.size()] = left + (width - left) * Math.clamp((double) end / span, 0, 1);
        y[shown.size()] = y[shown.size() - 1];
        return new double[][]{x, y};
    }
}
