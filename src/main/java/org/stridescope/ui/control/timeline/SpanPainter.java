package org.stridescope.ui.control.timeline;

import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.Palette;
import org.stridescope.ui.control.ink.Ink;
import org.stridescope.ui.model.timeline.Columns;
import org.stridescope.ui.model.timeline.SpanTrack;

/** Things with a beginning and an end: each by itself while there is room, else how much of each column they take. */
final class SpanPainter {
    private static final double LABELLED = 34;
    private static final int PIXELS_EACH = 3;

    private final Ink ink;
    private final Plot plot;
    private final Look look;
    private final Columns columns;

    SpanPainter(Ink ink, Plot plot, Look look, Columns columns) {
        this.ink = ink;
        this.plot = plot;
        this.look = look;
        this.columns = columns;
    }

    void paint(SpanTrack track, double top, double high, boolean labels) {
        int first = track.firstEndingFrom(plot.view().from());
        int end = track.firstAfter(plot.view().to());
        if (end - first > plot.width() / PIXELS_EACH)
            coverage(track, first, top, high);
        else
            for (int i = first; i < end; i++)
                one(track, i, top, high, labels);
    }

    private void one(SpanTrack track, int i, double top, double high, boolean labels) {
        double x = Math.max(plot.left(), plot.x(track.from(i)));
        double right = Math.min(plot.right(), plot.x(track.to(i)));
        Palette palette = look.palette();
        Color hue = palette.hue(track.item(i).hue());
        boolean wide = right - x > 4;
        ink.rect(x, top, Math.max(ink.pixel(), right - x - (wide ? 1 : 0)), high,
                wide && (i & 1) == 1 ? palette.raised().interpolate(hue, 0.72) : hue);
        if (labels && right - x > LABELLED * look.scale())
            ink.text(track.item(i).label(), x + 6 * look.scale(), top + high / 2, right - x - 10 * look.scale(),
                    look.strong(), onHue(), TextAlignment.LEFT);
    }

    private Color onHue() {
        return look.palette().isDark() ? look.palette().background() : Color.WHITE;
    }

    private void coverage(SpanTrack track, int first, double top, double high) {
        track.coverage().columns(plot.view(), columns);
        Color hue = look.palette().hue(track.item(Math.min(first, track.size() - 1)).hue());
        int n = columns.count();
        float[] zero = new float[n];
        float[] tall = new float[n];
        Color[] colours = new Color[n];
        Color[] shades = new Color[9];
        for (int i = 0; i < n; i++) {
            if (columns.isEmpty(i) || columns.mean(i) <= 0)
                continue;
            tall[i] = (float) high;
            int shade = Math.clamp(Math.round(columns.mean(i) * 8), 1, 8);
            if (shades[shade] == null)
                shades[shade] = look.palette().raised().interpolate(hue, 0.25 + 0.75 * shade / 8);
            colours[i] = shades[shade];
        }
        ink.bars(plot.left(), top + high, plot.width() / n, zero, tall, colours);
    }
}
