package org.stridescope.ui.model.timeline;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which part of a recording is in view: never outside it, never narrower than a microsecond. */
public final class TimeWindow {
    /** The narrowest view, nanoseconds. */
    public static final long NARROWEST = 1_000;

    private final ReadOnlyObjectWrapper<Span> view = new ReadOnlyObjectWrapper<>(new Span(0, NARROWEST));
    private long length = NARROWEST;

    /** All of a recording so long; keeps its end in view while something live grows and all of it was. */
    public void load(long newLength) {
        length = Math.max(NARROWEST, newLength);
        all();
    }

    public long length() {
        return length;
    }

    public void all() {
        view.set(new Span(0, length));
    }

    public boolean isAll() {
        return view.get().equals(new Span(0, length));
    }

    /** Shows this stretch, or as much of it as there is. */
    public void show(Span wanted) {
        place(wanted.from(), Math.clamp(wanted.length(), NARROWEST, length));
    }

    /**
     * Zooms so that what lies under the pointer stays there.
     *
     * @param factor above 1 to see more of less
     * @param anchor share of the way from left to right that stays where it is
     */
    public void zoom(double factor, double anchor) {
        Span now = view.get();
        long wide = Math.clamp(Math.round(now.length() / factor), NARROWEST, length);
        place(now.from() + Math.round(anchor * (now.length() - wide)), wide);
    }

    /** Moves by a share of what is in view; positive looks later. */
    public void pan(double share) {
        Span now = view.get();
        place(now.from() + Math.round(share * now.length()), now.length());
    }

    /** Moves, where it must, so that a time is in view. */
    public void reveal(long nanos) {
        Span now = view.get();
        if (nanos < now.from() || nanos > now.to())
            place(nanos - now.length() / 2, now.length());
    }

    private void place(long from, long wide) {
        long left = Math.clamp(from, 0, length - wide);
        view.set(new Span(left, left + wide));
    }

    public ReadOnlyObjectProperty<Span> view() {
        return view.getReadOnlyProperty();
    }
}
