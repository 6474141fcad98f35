package org.stridescope.ui.model.timeline;

import org.stridescope.export.scene.Face;
import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.SceneBrush;
import org.stridescope.export.scene.Shape.Anchor;

/** Things with a beginning and an end: each by itself while there is room, else how much of each column they take. */
final class SpanPainter {
    private static final double LABELLED = 34;
    private static final int PIXELS_EACH = 3;

    private final SceneBrush ink;
    private final Plot plot;
    private final double s;
    private final Columns columns;

    SpanPainter(SceneBrush ink, Plot plot, double scale, Columns columns) {
        this.ink = ink;
        this.plot = plot;
        s = scale;
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
        SpanTrack.Item item = track.item(i);
        Role hue = Role.hue(item.hue());
        boolean wide = right - x > 4;
        Ink colour = wide && (i & 1) == 1 ? Ink.mixed(Role.RAISED, hue, 0.72) : Ink.of(hue);
        ink.rect(x, top, Math.max(ink.pixel(), right - x - (wide ? 1 : 0)), high, colour, item.label());
        if (labels && right - x > LABELLED * s)
            ink.text(item.label(), x + 6 * s, top + high / 2, right - x - 10 * s, Face.STRONG, 12 * s,
                    colour.letters(), Anchor.START);
    }

    private void coverage(SpanTrack track, int first, double top, double high) {
        track.coverage().columns(plot.view(), columns);
        Role hue = Role.hue(track.item(Math.min(first, track.size() - 1)).hue());
        int n = columns.count();
        float[] zero = new float[n];
        float[] tall = new float[n];
        Ink[] colours = new Ink[n];
        Ink[] shades = new Ink[9];
        for (int i = 0; i < n; i++) {
            if (columns.isEmpty(i) || columns.mean(i) <= 0)
                continue;
            tall[i] = (float) high;
            int shade = Math.clamp(Math.round(columns.mean(i) * 8), 1, 8);
            if (shades[shade] == null)
                shades[shade] = Ink.mixed(Role.RAISED, hue, 0.25 + 0.75 * shade / 8);
            colours[i] = shades[shade];
        }
        ink.bars(plot.left(), top + high, plot.width() / n, zero, tall, colours);
    }
}
