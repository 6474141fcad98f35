package org.stridescope.ui.model.timeline;

/** A function of time that can be asked for columns of pixels at any zoom, in time that grows with the columns only. */
public interface Signal {
    /** Fills every column with what lies in its share of the view. */
    void columns(Span view, Columns into);

    /** Nothing at any time. */
    Signal NONE = (_, into) -> {
        into.clear();
        into.finish();
    };
}
