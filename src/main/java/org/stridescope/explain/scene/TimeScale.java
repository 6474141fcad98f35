package org.stridescope.explain.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.Shape;

/**
 * Time from left to right.
 *
 * @param from nanoseconds at the left end
 * @param to nanoseconds at the right end, after {@code from}
 * @param left pixels where the time begins, right of the names
 * @param width pixels that it takes
 */
public record TimeScale(long from, long to, double left, double width) {
    /** Pixels for names left of a time axis. */
    public static final double GUTTER = 190;
    private static final double LEAST_TICK = 90;

    public TimeScale {
        to = Math.max(to, from + 1);
    }

    /** A scale for a picture so many pixels wide. */
    public static TimeScale over(long from, long to, double width) {
        return new TimeScale(from, to, GUTTER, Math.max(1, width - GUTTER));
    }

    public double x(double nanos) {
        return left + width * Math.clamp((nanos - from) / (to - from), 0, 1);
    }

    /** The time at a place. */
    public long nanosAt(double x) {
        return from + Math.round((x - left) / width * (to - from));
    }

    /** Lines down through the picture at round times, with the times above them where {@code labels}. */
    List<Shape> grid(double top, double bottom, boolean labels) {
        List<Shape> shapes = new ArrayList<>();
        double step = step((to - from) * LEAST_TICK / width);
        for (double at = Math.ceil(from / step) * step; at <= to; at += step) {
            shapes.add(Shape.Stroke.of(x(at), top, x(at), bottom, Ink.of(Role.GRID), 1));
            if (labels)
                shapes.add(Shape.Label.at(x(at) + 3, top + 10, text(at, step), 10, Role.MUTED));
        }
        return shapes;
    }

    /** The smallest of 1, 2, 5, 10, ... that is no less. */
    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, least))));
        for (double each : new double[]{1, 2, 5}) {
            if (each * power >= least)
                return each * power;
        }
        return 10 * power;
    }

    private static String text(double nanos, double step) {
        if (step >= 1e9)
            return String.format(Locale.ROOT, "%.0f s", nanos / 1e9);
        if (step >= 1e6)
            return String.format(Locale.ROOT, step >= 1e8 ? "%.1f s" : "%.2f s", nanos / 1e9);
        return String.format(Locale.ROOT, step >= 1e3 ? "%.3f ms" : "%.6f ms", nanos / 1e6);
    }
}
