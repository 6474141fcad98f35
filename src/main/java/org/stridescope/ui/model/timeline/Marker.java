package org.stridescope.ui.model.timeline;

import java.util.List;

import org.stridescope.trace.Recording;

/** A place on the clock that somebody wants to find again. */
public record Marker(long nanos, String name) {
    /** The markers that a recording came with. */
    public static List<Marker> of(Recording recording) {
        return recording.marks().stream().map(mark -> new Marker(mark.nanos(), mark.label())).toList();
    }
}
