package org.stridescope.ui.model;

import org.stridescope.trace.Recording;

/** A recording with what all panes need of it, found once and off the window's thread. */
public record ShownRecording(Recording recording, ValueRange range, long memoryScale) {
    public static ShownRecording of(Recording recording) {
        return new ShownRecording(recording, ValueRange.of(recording), MemoryCurve.scale(recording));
    }
}
