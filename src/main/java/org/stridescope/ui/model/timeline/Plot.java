package org.stridescope.ui.model.timeline;

/**
 * Where things are: names on the left of {@code left}, time from there to {@code right}, the ruler above {@code top}.
 *
 * @param width of the time axis, pixels
 */
public record Plot(Span view, double left, double width, double top, double height) {
    private static final double NAMES = 172;
    private static final double NARROW = 120;
    private static final double RULER = 24;
    private static final double MARGIN = 14;
    private static final double MOST_GROWN = 1.7;

    /** @param scale pixels for one of a desk */
    public static Plot of(Span view, double width, double height, double scale) {
        double left = (width < 900 * scale ? NARROW : NAMES) * scale;
        double top = RULER * scale;
        return new Plot(view, left, Math.max(1, width - left - MARGIN), top, Math.max(0, height - top));
    }

    /** Pixels of the screen for a pixel of the plan: few lanes grow into the room that there is. */
    public double unit(LanePlan plan, double scale) {
        double grown = plan.height() == 0 ? 1 : (height - 6 * scale) / (plan.height() * scale);
        return scale * Math.clamp(grown, 1, MOST_GROWN);
    }

    public double right() {
        return left + width;
    }

    public double x(long nanos) {
        return left + width * view.share(nanos);
    }

    /** The time at a place, held to what is in view. */
    public long timeAt(double x) {
        return view.at(Math.clamp((x - left) / width, 0, 1));
    }

    /** Share of the way from left to right. */
    public double share(double x) {
        return Math.clamp((x - left) / width, 0, 1);
    }
}
