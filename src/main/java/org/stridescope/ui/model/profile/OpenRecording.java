package org.stridescope.ui.model.profile;

import org.stridescope.trace.Recording;
import org.stridescope.ui.model.timeline.TimelineData;

/**
 * A recording ready for all panes.
 *
 * @param name as it is listed: the file's name, or the race and its time
 */
public record OpenRecording(String name, TimelineData data) {
    /** Prepares a recording; takes its time with a long one, so off the window's thread. */
    public static OpenRecording of(String name, Recording recording) {
        return new OpenRecording(name, TimelineData.of(recording));
    }

    public Recording recording() {
        return data.recording();
    }

    @Override
    public String toString() {
        return name;
    }
}
