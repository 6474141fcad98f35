package org.stridescope.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Takes events from any thread while a run goes on. Its clock starts when it is made. A {@link #snapshot} is an immutable
 * recording of what has come so far, so a live pane and a replaying pane are the same code; it shares its columns with the
 * recorder, so that asking thirty times a second costs nothing to speak of however long the recording is.
 */
public final class Recorder {
    private final LongSupplier clock;
    private final long origin;
    private final String experiment;
    private final Map<String, String> settings;
    private final RecordingBuilder builder = new RecordingBuilder();
    private final List<Consumer<TraceEvent>> listeners = new ArrayList<>();

    public Recorder(String experiment, Map<String, String> settings) {
        this(experiment, settings, System::nanoTime);
    }

    Recorder(String experiment, Map<String, String> settings, LongSupplier clock) {
        this.clock = clock;
        this.origin = clock.getAsLong();
        this.experiment = experiment;
        this.settings = Map.copyOf(settings);
    }

    public String experiment() {
        return experiment;
    }

    public Map<String, String> settings() {
        return settings;
    }

    /** Nanoseconds since the start of the recording. */
    public long now() {
        return clock.getAsLong() - origin;
    }

    /** A {@link System#nanoTime} reading on this recording's clock. */
    public long at(long nanoTime) {
        return nanoTime - origin;
    }

    /** Hands every event that comes from now on to a listener too, in the thread that adds it; it must be quick. */
    public synchronized void listen(Consumer<TraceEvent> listener) {
        listeners.add(listener);
    }

    /** Adds an event; events may come slightly out of order from different threads. */
    public synchronized void add(TraceEvent event) {
        builder.add(event);
        for (Consumer<TraceEvent> listener : listeners)
            listener.accept(event);
    }

    /** What has been recorded until now. */
    public synchronized Recording snapshot() {
        return builder.build(experiment, settings, now(), 0);
    }
}
