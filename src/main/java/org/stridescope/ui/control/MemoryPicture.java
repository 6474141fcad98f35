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
    private @Nullable RaceMoment moment;
    private @Nullable RunTrace run;
    private MemoryCurve curve = new MemoryCurve(List.of(), 0, 0);
    private long span = 1;
    private long scale = 1;

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
        setAccessibleText("memory, resident peak " + Figures.bytes(newCurve.peakResident()));
        repaint();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Look look) {
        double left = LanesPicture.gutter(look, width);
        g.setFill(look.palette().raised());
        g.fillRect(left, 0, width - left, height);
        RaceMoment now = moment;
        RunTrace of = run;
        if (now == null || of == null || curve.samples().isEmpty())
            return;
        Color hue = look.palette().hue(of.variant());
        Color below = look.palette().raised().interpolate(hue, 0.75);
        Color above = look.palette().raised().interpolate(hue, 0.4);
        long end = now.elapsed(of);
        area(g, left, width, height, end, s -> s.heapBytes() + s.offHeapBytes(), above);
        area(g, left, width, height, end, MemorySample::offHeapBytes, below);
        g.setStroke(look.palette().text());
        g.setLineWidth(look.line() * 1.25);
        outline(g, left, width, height, end);
        legends(g, left, height, look, above, below);
    }

    private static void legends(GraphicsContext g, double left, double height, Look look, Color above, Color below) {
        g.setFont(look.small());
        g.setTextBaseline(VPos.CENTER);
        double row = Math.min(height / 3, 16 * look.scale());
        legend(g, "resident", look.palette().text(), row * 0.5, left, look, 2 * look.line());
        legend(g, "heap", above, row * 1.5, left, look, 8 * look.scale());
        legend(g, "off-heap", below, row * 2.5, left, look, 8 * look.scale());
    }

    private static void legend(GraphicsContext g, String name, Color colour, double middle, double left, Look look,
            double tall) {
        g.setFill(colour);
        g.fillRect(0, middle - tall / 2, 8 * look.scale(), tall);
        g.setFill(look.palette().muted());
        g.fillText(name, 12 * look.scale(), middle, left - 14 * look.scale());
    }

    private void area(GraphicsContext g, double left, double width, double height, long end,
            ToLongFunction<MemorySample> of,
            Color colour) {
        double[][] line = line(left, width, height, end, of);
        int n = line[0].length;
        if (n < 2)
            return;
        g.setFill(colour);
        g.beginPath();
        g.moveTo(line[0][0], height);
        for (int i = 0; i < n; i++)
            g.lineTo(line[0][i], line[1][i]);
        g.lineTo(line[0][n - 1], height);
        g.closePath();
        g.fill();
    }

    private void outline(GraphicsContext g, double left, double width, double height, long end) {
        double[][] line = line(left, width, height, end, MemorySample::residentBytes);
        g.strokePolyline(line[0], line[1], line[0].length);
    }

    /** The curve's points within the run up to its elapsed time; both ends held level. */
    private double[][] line(double left, double width, double height, long end, ToLongFunction<MemorySample> of) {
        long start = run == null ? 0 : run.startNanos();
        List<MemorySample> shown = curve.samples().stream().filter(s -> s.nanos() - start <= end).toList();
        if (shown.isEmpty())
            return new double[2][0];
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
