package org.stridescope.ui.model;

import java.util.Arrays;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/**
 * The one clock of a pane: a small state machine changed by commands. It is <em>following</em> (live: the time is the end),
 * <em>playing</em> or <em>paused</em>; times are nanoseconds from 0 to {@link #length}. Ticks are clamped, so that a stalled
 * window does not jump.
 */
public final class Playhead {
    /** Longest wall time that one tick may count, nanoseconds. */
    public static final long MAX_TICK = 100_000_000;
    public static final double SLOWEST = 1.0 / 1000;
    public static final double FASTEST = 4;

    private final ReadOnlyLongWrapper time = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper length = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private long[] events = {};
    private double fraction;

    /** Follows something live: the time is whatever {@link #extend} says. */
    public void follow() {
        playing.set(false);
        following.set(true);
        length.set(0);
        time.set(0);
        events = new long[0];
    }

    /** The live end moved. */
    public void extend(long newLength) {
        if (!following.get())
            return;
        length.set(Math.max(newLength, length.get()));
        time.set(length.get());
    }

    /**
     * Stands at the end of something finished.
     *
     * @param eventTimes times to step to
     */
    public void load(long newLength, long[] eventTimes) {
        following.set(false);
        playing.set(false);
        length.set(Math.max(0, newLength));
        time.set(length.get());
        events = Arrays.stream(eventTimes).filter(t -> t >= 0 && t <= length.get()).sorted().distinct().toArray();
    }

    /** Plays on; from the start when it stands at the end. */
    public void play() {
        if (following.get() || length.get() == 0)
            return;
        if (time.get() >= length.get())
            seek(0);
        playing.set(true);
    }

    public void pause() {
        playing.set(false);
    }

    public void toggle() {
        if (playing.get())
            pause();
        else
            play();
    }

    public void seek(long nanos) {
        if (following.get())
            return;
        fraction = 0;
        time.set(Math.clamp(nanos, 0, length.get()));
    }

    public void toStart() {
        seek(0);
    }

    public void toEnd() {
        pause();
        seek(length.get());
    }

    /** Pauses and goes to the next event after the time, or the end. */
    public void stepForward() {
        pause();
        int at = Arrays.binarySearch(events, time.get() + 1);
        int next = at >= 0 ? at : -at - 1;
        seek(next < events.length ? events[next] : length.get());
    }

    /** Pauses and goes to the last event before the time, or the start. */
    public void stepBack() {
        pause();
        int at = Arrays.binarySearch(events, time.get());
        int before = (at >= 0 ? at : -at - 1) - 1;
        seek(before >= 0 ? events[before] : 0);
    }

    /** Moves by a share of the whole: 0.01 is a hundredth on, negative is back. */
    public void nudge(double share) {
        pause();
        seek(time.get() + Math.round(share * length.get()));
    }

    public void setSpeed(double factor) {
        if (Double.isNaN(factor))
            return;
        speed.set(Math.clamp(factor, SLOWEST, FASTEST));
    }

    /** Wall time has passed. */
    public void tick(long wallNanos) {
        if (!playing.get())
            return;
        double step = Math.clamp(wallNanos, 0, MAX_TICK) * speed.get() + fraction;
        long whole = (long) step;
        fraction = step - whole;
        time.set(Math.min(length.get(), time.get() + whole));
        if (time.get() >= length.get())
            pause();
    }

    public ReadOnlyLongProperty time() {
        return time.getReadOnlyProperty();
    }

    public ReadOnlyLongProperty length() {
        return length.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty following() {
        return following.getReadOnlyProperty();
    }

    public DoubleProperty speed() {
        return speed;
    }
}
