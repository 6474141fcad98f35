package org.stridescope.ui.model.timeline;

/** A stretch of a recording's clock, nanoseconds, {@code from} included and {@code to} not. */
public record Span(long from, long to) {
    public Span {
        if (to < from)
            throw new IllegalArgumentException("a span from " + from + " to " + to);
    }

    /** Between two times in whatever order they come. */
    public static Span between(long a, long b) {
        return new Span(Math.min(a, b), Math.max(a, b));
    }

    public long length() {
        return to - from;
    }

    public boolean contains(long nanos) {
        return nanos >= from && nanos < to;
    }

    /** Whether anything from {@code start} to {@code end} lies within. */
    public boolean touches(long start, long end) {
        return start < to && end >= from;
    }

    /** Where a time lies: 0 at the left end, 1 at the right; beyond these outside. */
    public double share(long nanos) {
        return length() == 0 ? 0 : (double) (nanos - from) / length();
    }

    /** The time at a share of the way from left to right. */
    public long at(double share) {
        return from + Math.round(share * length());
    }
}
