package org.stridescope.ui.model;

import java.util.List;

import org.stridescope.trace.Recording;
import org.stridescope.trace.RunTrace;
import org.stridescope.trace.TraceEvent.TileDone;

/** Least and greatest value in the pictures of a recording: one colour scale for all columns. */
public record ValueRange(double low, double high) {
    public static final ValueRange NONE = new ValueRange(0, 0);

    public static ValueRange of(Recording recording) {
        ValueRange range = NONE;
        for (RunTrace run : recording.runs())
            range = range.with(run.tiles());
        return range;
    }

    /** Widened to hold these tiles' values too; the same where it holds them already. */
    ValueRange with(List<TileDone> tiles) {
        double least = isNone() ? Double.POSITIVE_INFINITY : low;
        double most = isNone() ? Double.NEGATIVE_INFINITY : high;
        for (TileDone tile : tiles) {
            for (float value : tile.preview().values()) {
                // written so that not-a-number never enters
                if (value < least)
                    least = value;
                if (value > most)
                    most = value;
            }
        }
        boolean isSame = least == low && most == high || least > most;
        return isSame ? this : new ValueRange(least, most);
    }

    private boolean isNone() {
        return this == NONE;
    }
}
