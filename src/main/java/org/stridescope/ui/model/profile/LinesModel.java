package org.stridescope.ui.model.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import org.stridescope.explain.lines.LineCosts;
import org.stridescope.explain.lines.LineRow;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.timeline.TimelineData;
import org.stridescope.ui.model.timeline.TimelineModel;

/** Where the time goes, by source line, in the brushed stretch: the rows, the chosen one, and its source with every line's heat. */
public final class LinesModel {
    private static final List<LineRow> NONE = List.of();

    /**
     * A file of source.
     *
     * @param heat share of the selection's time by line number, counted from 1
     */
    public record Source(String file, List<String> lines, Map<Integer, LineRow> heat) {}

    private final Function<String, Optional<String>> sources;
    private final TimelineModel timeline;
    private final Derived<LineCosts> derived;
    private final ReadOnlyObjectWrapper<List<LineRow>> rows = new ReadOnlyObjectWrapper<>(NONE);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable LineRow> chosen = new SimpleObjectProperty<>();
    private List<LineRow> all = NONE;

    /** @param sources the text of a packed resource, where it is there */
    public LinesModel(TimelineModel timeline, Executor background, Executor ui,
            Function<String, Optional<String>> sources) {
        this.sources = sources;
        this.timeline = timeline;
        derived = new Derived<>(timeline, background, ui,
                question -> LineCosts.of(question.recording(), question.selection()), this::found);
        search.addListener(_ -> filter());
    }

    public void watch(boolean on) {
        derived.watch(on);
    }

    private void found(@Nullable LineCosts costs) {
        all = costs == null ? NONE : costs.rows();
        if (costs == null)
            summary.set("");
        else if (all.isEmpty())
            summary.set("No line was met in this stretch: it holds no samples of call stacks.");
        else
            summary.set(Figures.count(costs.samples()) + " samples, CPU " + Figures.duration(costs.cpuNanos() / 1e9)
                    + " on " + Figures.count(all.size()) + (all.size() == 1 ? " line" : " lines"));
        filter();
    }

    private void filter() {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        LineRow before = chosen.get();
        rows.set(all.stream().filter(row -> wanted.isEmpty() || text(row).contains(wanted)).toList());
        chosen.set(rows.get().stream().filter(row -> before != null && row.file().equals(before.file())
                && row.line() == before.line()).findFirst()
                .orElse(rows.get().isEmpty() ? null : rows.get().getFirst()));
    }

    private static String text(LineRow row) {
        return (row.file() + ":" + row.line() + " " + row.function() + " " + row.kind()).toLowerCase(Locale.ROOT);
    }

    /** The chosen line's file with the heat of all its lines; empty where its text came neither with the recording nor with the program. */
    public Optional<Source> source() {
        LineRow row = chosen.get();
        if (row == null)
            return Optional.empty();
        Map<Integer, LineRow> heat = new HashMap<>();
        all.stream().filter(other -> other.file().equals(row.file()))
                .forEach(other -> heat.merge(other.line(), other, (a, b) -> a.share() >= b.share() ? a : b));
        TimelineData data = timeline.data().get();
        Optional<String> own = data == null ? Optional.empty() : data.recording().source(row.file());
        return own.or(() -> sources.apply(row.resource()))
                .map(text -> new Source(row.file(), text.lines().toList(), heat));
    }

    /** What kind of code, in a word. */
    public static String language(LineRow row) {
        String file = row.file();
        return switch (row.kind()) {
            case JAVA -> "Java";
            case SCRIPT -> "script";
            case KERNEL -> "kernel";
            case NATIVE ->
                file.endsWith(".f90") ? "Fortran" : file.endsWith(".c") || file.endsWith(".h") ? "C" : "native";
        };
    }

    public ReadOnlyObjectProperty<List<LineRow>> rows() {
        return rows.getReadOnlyProperty();
    }

    /** How much was seen, or why nothing was; a sentence. */
    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /** Whether lines are listed of which more is known: freed bytes and copies. */
    public boolean hasScript() {
        return rows.get().stream().anyMatch(row -> row.copies() >= 0);
    }

    public StringProperty search() {
        return search;
    }

    public ObjectProperty<@Nullable LineRow> chosen() {
        return chosen;
    }
}
