package org.stridescope.ui.control.timeline;

import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.timeline.LanePlan;
import org.stridescope.ui.model.timeline.Span;

/**
 * Where things are: names on the left of {@code left}, time from there to {@code right}, the ruler above {@code top}.
 *
 * @param width of the time axis, pixels
 */
record Plot(Span view, double left, double width, double top, double height) {
    private static final double NAMES = 172;
    private static final double NARROW = 120;
    private static final double RULER = 24;
    private static final double MARGIN = 14;
    private static final double MOST_GROWN = 1.7;

    static Plot of(Span view, double width, double height, Look look) {
        double left = (width < 900 * look.scale() ? NARROW : NAMES) * look.scale();
        double top = RULER * look.scale();
        return new Plot(view, left, Math.max(1, width - left - MARGIN), top, Math.max(0, height - top));
    }

    /** Pixels of the screen for a pixel of the plan: few lanes grow into the room that there is. */
    double unit(LanePlan plan, Look look) {
        double grown = plan.height() == 0 ? 1 : (height - 6 * look.scale()) / (plan.height() * look.scale());
        return look.scale() * Math.clamp(grown, 1, MOST_GROWN);
    }

    double right() {
        return left + width;
    }

    double x(long nanos) {
        return left + width * view.share(nanos);
    }

    /** The time at a place, held to what is in view. */
    long timeAt(double x) {
        return view.at(Math.clamp((x - left) / width, 0, 1));
    }

    /** Share of the way from left to right. */
    double share(double x) {
        return Math.clamp((x - left) / width, 0, 1);
    }
}
