package org.stridescope.ui.model.profile;

import java.util.List;

import org.stridescope.trace.Recording;
import org.stridescope.trace.RunTrace;
import org.stridescope.ui.model.Hues;
import org.stridescope.ui.model.timeline.Span;
import org.stridescope.ui.model.timeline.TimelineData;

/**
 * What is compared: a run of a recording, or all of a recording that has no runs or one.
 *
 * @param part its time on its recording's clock
 * @param hue number of the hue that it keeps
 */
public record Contestant(String name, TimelineData data, Span part, int hue) {
    /** The contestants that a recording has. */
    public static List<Contestant> of(OpenRecording open) {
        Recording recording = open.recording();
        if (recording.runs().isEmpty())
            return List.of(new Contestant(open.name(), open.data(), new Span(0, open.data().length()),
                    Math.floorMod(open.name().hashCode(), Hues.COUNT)));
        return recording.runs().stream().map(run -> of(open, run)).toList();
    }

    private static Contestant of(OpenRecording open, RunTrace run) {
        return new Contestant(run.variant() + " \u00b7 " + open.name(), open.data(),
                new Span(run.startNanos(), Math.max(run.startNanos() + 1, run.endNanos())), Hues.of(run.variant()));
    }

    public Recording recording() {
        return data.recording();
    }

    /** The name without its recording's. */
    public String shortName() {
        int end = name.indexOf(" \u00b7 ");
        return end < 0 ? name : name.substring(0, end);
    }

    @Override
    public String toString() {
        return name;
    }
}
