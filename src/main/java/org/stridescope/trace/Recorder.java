package org.stridescope.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes events from any thread while a run goes on. Its clock starts when it is made. A {@link #snapshot} is an immutable
 * recording of what has come so far, so a live pane and a replaying pane are the same code.
 */
public final class Recorder {
    private final long origin = System.nanoTime();
    private final String experiment;
    private final Map<String, String> settings;
    private final List<TraceEvent> events = new ArrayList<>();

    public Recorder(String experiment, Map<String, String> settings) {
        this.experiment = experiment;
        this.settings = Map.copyOf(settings);
    }

    /** Nanoseconds since the start of the recording. */
    public long now() {
        return System.nanoTime() - origin;
    }

    /** A {@link System#nanoTime} reading on this recording's clock. */
    public long at(long nanoTime) {
        return nanoTime - origin;
    }

    /** Adds an event; events may come slightly out of order from different threads. */
    public synchronized void add(TraceEvent event) {
        events.add(event);
    }

    /** What has been recorded until now. */
    public synchronized Recording snapshot() {
        return Recording.of(experiment, settings, now(), events);
    }
}
