package org.stridescope.ui.model.profile;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

import javafx.beans.InvalidationListener;

import org.jspecify.annotations.Nullable;

import org.stridescope.explain.lines.Selection;
import org.stridescope.trace.Recording;
import org.stridescope.ui.model.timeline.Span;
import org.stridescope.ui.model.timeline.TimelineData;
import org.stridescope.ui.model.timeline.TimelineModel;

/**
 * Something found from the brushed stretch and the chosen threads of a recording, in the background, again whenever they
 * change; only while somebody looks. What has been overtaken by a newer question is dropped.
 */
final class Derived<T> {
    private final TimelineModel timeline;
    private final Executor background;
    private final Executor ui;
    private final Function<Question, T> find;
    private final Consumer<@Nullable T> found;
    private final InvalidationListener changed = _ -> ask();
    private boolean watched;
    /** Read by the background to see whether a question still matters; written by the window's thread alone. */
    private final AtomicInteger asked = new AtomicInteger();

    /** What is asked: a recording and a part of it. */
    record Question(Recording recording, Selection selection) {}

    /** @param found called on the window's thread; with null where there is no recording */
    Derived(TimelineModel timeline, Executor background, Executor ui, Function<Question, T> find,
            Consumer<@Nullable T> found) {
        this.timeline = timeline;
        this.background = background;
        this.ui = ui;
        this.find = find;
        this.found = found;
        timeline.data().addListener(changed);
        timeline.brush().addListener(changed);
        timeline.chosen().addListener(changed);
    }

    void watch(boolean on) {
        watched = on;
        if (on)
            ask();
    }

    /** Asks anew, as something else has changed. */
    void ask() {
        if (!watched)
            return;
        int number = asked.incrementAndGet();
        TimelineData data = timeline.data().get();
        if (data == null) {
            found.accept(null);
            return;
        }
        Question question = new Question(data.recording(), selection());
        background.execute(() -> {
            if (number != asked.get())
                return;
            T answer = find.apply(question);
            ui.execute(() -> {
                if (number == asked.get())
                    found.accept(answer);
            });
        });
    }

    private Selection selection() {
        Span brush = timeline.brush().get();
        return brush == null
                ? new Selection(Selection.ALL.from(), Selection.ALL.to(), timeline.chosen())
                : new Selection(brush.from(), brush.to(), timeline.chosen());
    }
}
