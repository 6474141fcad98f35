package org.stridescope.ui.model.timeline;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

import org.jspecify.annotations.Nullable;

import org.stridescope.ui.model.Playhead;

/**
 * What one looks at: a recording, the part of its time that is in view, the stretch that is brushed and the threads that are
 * chosen, which every pane then keeps to, markers, and a measured stretch.
 */
public final class TimelineModel {
    /** What dragging across the lanes does. */
    public enum Tool {
        BRUSH, PAN, MEASURE
    }

    private final Playhead playhead;
    private final TimeWindow window = new TimeWindow();
    private final ReadOnlyObjectWrapper<@Nullable TimelineData> data = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable LanePlan> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Span> brush = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Span> measured = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.BRUSH);
    private final ObservableList<Marker> markers = FXCollections.observableArrayList();
    private final ObservableSet<Integer> chosen = FXCollections.observableSet();
    private final Set<String> toggled = new TreeSet<>();

    public TimelineModel(Playhead playhead) {
        this.playhead = playhead;
    }

    /** Shows a finished recording from its end, all of it in view, nothing brushed. */
    public void load(TimelineData newData) {
        toggled.clear();
        chosen.clear();
        markers.setAll(Marker.of(newData.recording()));
        brush.set(null);
        measured.set(null);
        window.load(newData.length());
        data.set(newData);
        plan.set(LanePlan.of(newData, toggled));
        playhead.load(newData.length(), newData.eventTimes());
    }

    /** Opens a folded pool, or folds an open one. */
    public void toggle(String pool) {
        TimelineData now = data.get();
        if (now == null)
            return;
        if (!toggled.remove(pool))
            toggled.add(pool);
        plan.set(LanePlan.of(now, toggled));
    }

    /** Chooses one thread alone; the only chosen one again: all. */
    public void choose(int thread) {
        boolean alone = chosen.size() == 1 && chosen.contains(thread);
        chosen.clear();
        if (!alone)
            chosen.add(thread);
    }

    /** Chooses these threads and no others. */
    public void choose(Set<Integer> threads) {
        boolean same = chosen.equals(threads);
        chosen.clear();
        if (!same)
            chosen.addAll(threads);
    }

    /** Adds a thread to the chosen ones, or takes it out. */
    public void chooseToo(int thread) {
        if (!chosen.remove(thread))
            chosen.add(thread);
    }

    /** Whether a pane shows this thread: all do while none is chosen. */
    public boolean isChosen(int thread) {
        return chosen.isEmpty() || chosen.contains(thread);
    }

    public void brush(Span span) {
        brush.set(within(span));
    }

    public void clearBrush() {
        brush.set(null);
    }

    /** The brushed stretch, or all of the recording. */
    public Span range() {
        Span now = brush.get();
        return now == null ? new Span(0, window.length()) : now;
    }

    public void measure(Span span) {
        measured.set(within(span));
    }

    public void clearMeasure() {
        measured.set(null);
    }

    /** Fills the view with the brushed stretch; without one, with everything. */
    public void zoomToBrush() {
        Span now = brush.get();
        if (now == null)
            window.all();
        else
            window.show(now);
    }

    /** Puts a marker at a time, or takes away the one that is there. */
    public void toggleMarker(long nanos) {
        long near = window.view().get().length() / 200;
        if (markers.removeIf(marker -> Math.abs(marker.nanos() - nanos) <= near))
            return;
        markers.add(new Marker(nanos, "marker " + (markers.size() + 1)));
        markers.sort(Comparator.comparingLong(Marker::nanos));
    }

    /** The marker nearest to a time, as near as a hand hits; null for none. */
    public @Nullable Marker markerNear(long nanos) {
        long near = window.view().get().length() / 100;
        return markers.stream().filter(marker -> Math.abs(marker.nanos() - nanos) <= near)
                .min(Comparator.comparingLong(marker -> Math.abs(marker.nanos() - nanos))).orElse(null);
    }

    /** Gives a marker another name; a blank one changes nothing. */
    public void rename(Marker marker, String name) {
        int at = markers.indexOf(marker);
        if (at >= 0 && !name.isBlank())
            markers.set(at, new Marker(marker.nanos(), name.strip()));
    }

    public void delete(Marker marker) {
        markers.remove(marker);
    }

    /** Takes back the last of: measure, brush, choice of threads; in that order. */
    public void escape() {
        if (measured.get() != null)
            measured.set(null);
        else if (brush.get() != null)
            brush.set(null);
        else
            chosen.clear();
    }

    private Span within(Span span) {
        return new Span(Math.clamp(span.from(), 0, window.length()), Math.clamp(span.to(), 0, window.length()));
    }

    public Playhead playhead() {
        return playhead;
    }

    public TimeWindow window() {
        return window;
    }

    public ReadOnlyObjectProperty<@Nullable TimelineData> data() {
        return data.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable LanePlan> plan() {
        return plan.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Span> brush() {
        return brush.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Span> measured() {
        return measured.getReadOnlyProperty();
    }

    public ObjectProperty<Tool> tool() {
        return tool;
    }

    public ObservableList<Marker> markers() {
        return markers;
    }

    /** Numbers of the chosen threads; empty: all. */
    public ObservableSet<Integer> chosen() {
        return chosen;
    }
}
