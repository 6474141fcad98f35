package org.stridescope.ui.model.arrays;

import java.util.concurrent.Executor;
import java.util.stream.LongStream;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayError;
import org.stridescope.explain.broadcast.LaneFrames;
import org.stridescope.lab.lanes.LaneOperation;
import org.stridescope.lab.lanes.LaneRace;
import org.stridescope.lab.lanes.LaneTimes;
import org.stridescope.ui.model.Playhead;

/** The vectorisation bench: a few items drawn step by step on one clock, many items timed in the background. */
public final class LanesModel {
    private static final long STEP = 500_000_000;

    private final Executor background;
    private final Executor ui;
    private final Playhead playhead = new Playhead();
    private final ReadOnlyObjectWrapper<LaneFrames> loop = new ReadOnlyObjectWrapper<>(new LaneFrames(0, 1));
    private final ReadOnlyObjectWrapper<@Nullable LaneTimes> times = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    public LanesModel(Executor background, Executor ui) {
        this.background = background;
        this.ui = ui;
        draw(19, LaneRace.lanes());
    }

    /** Draws a loop of so many items by so many lanes. */
    public void draw(int items, int lanes) {
        LaneFrames now = new LaneFrames(items, lanes);
        loop.set(now);
        // the element loop takes a step an item: the clock runs until the slower of the two is through
        playhead.load(now.size() * STEP, LongStream.rangeClosed(0, now.size()).map(i -> i * STEP).toArray());
        playhead.seek(0);
    }

    /** Times the operation on so many items; does nothing while it times another. */
    public void time(LaneOperation operation, int items) {
        if (running.get())
            return;
        running.set(true);
        message.set("");
        background.execute(() -> {
            try {
                LaneTimes done = LaneRace.run(operation, items);
                ui.execute(() -> finished(done, ""));
            } catch (ArrayError e) {
                ui.execute(() -> finished(null, String.valueOf(e.getMessage())));
            }
        });
    }

    private void finished(@Nullable LaneTimes done, String fault) {
        running.set(false);
        message.set(fault);
        if (done != null)
            times.set(done);
    }

    /** Steps done at the time of the playhead. */
    public int step() {
        return (int) Math.min(loop.get().size(), playhead.time().get() / STEP);
    }

    public Playhead playhead() {
        return playhead;
    }

    public ReadOnlyObjectProperty<LaneFrames> loop() {
        return loop.getReadOnlyProperty();
    }

    /** The last timing; null before the first. */
    public ReadOnlyObjectProperty<@Nullable LaneTimes> times() {
        return times.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }
}
