package org.stridescope.ui.model.profile;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import org.stridescope.explain.flame.FlameDifference;
import org.stridescope.explain.flame.FlameGraph;
import org.stridescope.explain.flame.FlameGraph.Direction;
import org.stridescope.explain.flame.FlameGraph.Grain;
import org.stridescope.explain.flame.FlameNode;
import org.stridescope.explain.lines.Selection;
import org.stridescope.trace.SampleKind;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.timeline.TimelineModel;

/** Call stacks of the brushed stretch and the chosen threads as a flame graph, or its difference from another recording's. */
public final class FlameModel {
    private final TimelineModel timeline;
    private final Derived<FlameBox> derived;
    private final ObjectProperty<SampleKind> kind = new SimpleObjectProperty<>(SampleKind.CPU);
    private final ObjectProperty<Direction> direction = new SimpleObjectProperty<>(Direction.CALLEES);
    private final ObjectProperty<Grain> grain = new SimpleObjectProperty<>(Grain.FUNCTION);
    private final ObjectProperty<@Nullable OpenRecording> base = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable FlameBox> root = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable FlameBox> zoomed = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable FlameBox> chosen = new SimpleObjectProperty<>();
    private final StringProperty search = new SimpleStringProperty("");

    public FlameModel(TimelineModel timeline, Executor background, Executor ui) {
        this.timeline = timeline;
        derived = new Derived<>(timeline, background, ui, this::find, this::found);
        kind.addListener(_ -> derived.ask());
        direction.addListener(_ -> derived.ask());
        grain.addListener(_ -> derived.ask());
        base.addListener(_ -> derived.ask());
    }

    public void watch(boolean on) {
        derived.watch(on);
    }

    private FlameBox find(Derived.Question question) {
        FlameNode here = FlameGraph.of(question.recording(), question.selection(), kind.get(), direction.get(),
                grain.get());
        OpenRecording other = base.get();
        if (other == null || other.recording() == question.recording())
            return FlameBox.of(here);
        // the base is compared as a whole: its clock and its threads are others
        FlameNode there = FlameGraph.of(other.recording(), Selection.ALL, kind.get(), direction.get(), grain.get());
        return FlameBox.of(FlameDifference.of(there, here));
    }

    private void found(@Nullable FlameBox now) {
        chosen.set(null);
        zoomed.set(now);
        root.set(now);
    }

    /** Fills the width with a box; with the one that fills it already, goes back to all. */
    public void zoom(FlameBox box) {
        zoomed.set(box == zoomed.get() ? root.get() : box);
    }

    public void zoomOut() {
        zoomed.set(root.get());
    }

    /** Moves the choice by keys: to the parent, the first child, the neighbours. */
    public void move(int deeper, int aside) {
        FlameBox all = zoomed.get();
        FlameBox now = chosen.get() == null ? all : chosen.get();
        if (all == null || now == null)
            return;
        if (deeper > 0 && !now.children().isEmpty())
            chosen.set(now.children().getFirst());
        FlameBox parent = parent(all, now);
        if (parent == null)
            return;
        if (deeper < 0)
            chosen.set(parent);
        if (aside != 0) {
            List<FlameBox> row = parent.children();
            chosen.set(row.get(Math.clamp(row.indexOf(now) + aside, 0, row.size() - 1)));
        }
    }

    private static @Nullable FlameBox parent(FlameBox at, FlameBox of) {
        for (FlameBox child : at.children()) {
            if (child == of)
                return at;
            if (child.from() <= of.from() && of.to() <= child.to() + 1e-12) {
                FlameBox found = parent(child, of);
                if (found != null)
                    return found;
            }
        }
        return null;
    }

    /** Whether a title matches the search; nothing does while there is none. */
    public boolean matches(String title) {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        return !wanted.isEmpty() && title.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** What the search finds of what is in view: a sentence; empty while there is no search. */
    public String matched() {
        FlameBox all = zoomed.get();
        if (all == null || search.get().isBlank() || all.weight() == 0)
            return "";
        double share = (double) matched(all, this::matches) / all.weight();
        return String.format(Locale.ROOT, "matched %.1f %%", 100 * share);
    }

    private static long matched(FlameBox box, Predicate<String> search) {
        return search.test(box.title())
                ? box.weight()
                : box.children().stream().mapToLong(child -> matched(child, search)).sum();
    }

    /** A box in words. */
    public String words(FlameBox box) {
        FlameBox all = root.get();
        String share = all == null || all.weight() == 0
                ? ""
                : String.format(Locale.ROOT, " (%.1f %%)", 100.0 * box.weight() / all.weight());
        String own = box.self() > 0 ? ", of these " + figure(box.self()) + " its own" : "";
        String compared = box.base() < 0 ? "" : "; base " + figure(box.base());
        return box.title() + ": " + figure(box.weight()) + share + own + compared;
    }

    private String figure(long weight) {
        return kind.get() == SampleKind.ALLOCATION ? Figures.bytes(weight) : Figures.duration(weight / 1e9);
    }

    /** Why there is nothing to see; empty where there is. */
    public String nothing() {
        FlameBox all = root.get();
        if (all != null && (all.weight() > 0 || all.base() > 0))
            return "";
        return switch (kind.get()) {
            case CPU -> "No call stack was sampled in this stretch.";
            case ALLOCATION -> "No allocation in the Java heap was sampled in this stretch.";
            case LOCK -> "No thread was seen waiting for a lock in this stretch.";
        };
    }

    TimelineModel timeline() {
        return timeline;
    }

    public ObjectProperty<SampleKind> kind() {
        return kind;
    }

    public ObjectProperty<Direction> direction() {
        return direction;
    }

    public ObjectProperty<Grain> grain() {
        return grain;
    }

    /** The recording that is compared with; null for none. */
    public ObjectProperty<@Nullable OpenRecording> base() {
        return base;
    }

    public ReadOnlyObjectProperty<@Nullable FlameBox> root() {
        return root.getReadOnlyProperty();
    }

    /** The box that fills the width. */
    public ReadOnlyObjectProperty<@Nullable FlameBox> zoomed() {
        return zoomed.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable FlameBox> chosen() {
        return chosen;
    }

    public StringProperty search() {
        return search;
    }
}
