package org.stridescope.ui.model;

import org.stridescope.trace.Recording;
import org.stridescope.trace.RunTrace;
import org.stridescope.trace.TraceEvent.TileDone;

/** Least and greatest value in the pictures of a recording: one colour scale for all columns. */
public record ValueRange(double low, double high) {
    public static final ValueRange NONE = new ValueRange(0, 0);

    public static ValueRange of(Recording recording) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (RunTrace run : recording.runs()) {
            for (TileDone tile : run.tiles()) {
                for (float value : tile.preview().values()) {
                    // written so that not-a-number never enters
                    if (value < low)
                        low = value;
                    if (value > high)
                        high = value;
                }
            }
        }
        return low <= high ? new ValueRange(low, high) : NONE;
    }
}
