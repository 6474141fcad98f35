package org.stridescope.ui.model.timeline;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.Shape.Box;

/**
 * What lies over a timeline and moves with the hand: the brush, a measured stretch, markers' lines, the playhead. Few boxes, so
 * that they can be moved without painting the lanes anew.
 *
 * @param time of the playhead; negative for none
 * @param veiled whether what comes after the playhead is veiled, as it is while the recording plays
 * @param markers where lines stand
 */
public record TimelineMarks(long time, boolean veiled, @Nullable Span brush, @Nullable Span measured,
        List<Marker> markers) {
    private static final Ink VEIL = Ink.veil(Role.BACKGROUND, 0.55);
    private static final Ink MEASURE = Ink.veil(Role.ACCENT, 0.16);

    public TimelineMarks {
        markers = List.copyOf(markers);
    }

    /** The boxes from the lowest to the topmost. */
    public List<Box> boxes(Plot plot, double scale) {
        List<Box> boxes = new ArrayList<>();
        double line = scale > 1.2 ? 2 : 1;
        double bottom = plot.top() + plot.height();
        if (brush != null)
            brush(boxes, brush, plot, scale);
        double now = plot.x(time);
        if (veiled && now < plot.right()) {
            double from = Math.max(plot.left(), now);
            boxes.add(new Box(from, plot.top(), plot.right() - from, plot.height(), VEIL, ""));
        }
        if (measured != null)
            measure(boxes, measured, plot, line);
        for (Marker marker : markers) {
            double x = plot.x(marker.nanos());
            double top = plot.top() - 8 * scale;
            if (x >= plot.left() && x <= plot.right())
                boxes.add(new Box(Math.round(x) - line / 2, top, line, bottom - top, Ink.of(Role.ACCENT),
                        marker.name()));
        }
        if (time >= 0 && now >= plot.left() - 1 && now <= plot.right() + 1) {
            double top = plot.top() - 6 * scale;
            boxes.add(new Box(Math.round(now) - line, top, 2 * line, bottom - top, Ink.of(Role.TEXT), "now"));
        }
        return boxes;
    }

    private static double clamped(Plot plot, long nanos) {
        return Math.clamp(plot.x(nanos), plot.left(), plot.right());
    }

    private static void brush(List<Box> boxes, Span span, Plot plot, double scale) {
        double left = clamped(plot, span.from());
        double right = clamped(plot, span.to());
        boxes.add(new Box(plot.left(), plot.top(), left - plot.left(), plot.height(), VEIL, ""));
        boxes.add(new Box(right, plot.top(), plot.right() - right, plot.height(), VEIL, ""));
        boxes.add(new Box(left, plot.top() - 4 * scale, Math.max(1, right - left), 4 * scale, Ink.of(Role.ACCENT),
                "brushed"));
    }

    private static void measure(List<Box> boxes, Span span, Plot plot, double line) {
        double left = clamped(plot, span.from());
        double right = clamped(plot, span.to());
        boxes.add(new Box(left, plot.top(), right - left, plot.height(), MEASURE, "measured"));
        boxes.add(new Box(left, plot.top(), line, plot.height(), Ink.of(Role.ACCENT), ""));
        boxes.add(new Box(right - line, plot.top(), line, plot.height(), Ink.of(Role.ACCENT), ""));
    }
}
