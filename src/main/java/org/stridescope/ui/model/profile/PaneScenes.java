package org.stridescope.ui.model.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.stridescope.explain.flame.FlameDifference;
import org.stridescope.explain.flame.FlameGraph;
import org.stridescope.explain.flame.FlameNode;
import org.stridescope.explain.lines.LineCosts;
import org.stridescope.explain.lines.Selection;
import org.stridescope.explain.scene.FlameScene;
import org.stridescope.explain.scene.LanesScene;
import org.stridescope.explain.scene.LinesScene;
import org.stridescope.explain.scene.MemoryScene;
import org.stridescope.explain.scene.SheetScene;
import org.stridescope.explain.scene.TasksScene;
import org.stridescope.explain.scene.TimeScale;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Shape;
import org.stridescope.trace.Recording;
import org.stridescope.ui.model.timeline.Span;
import org.stridescope.ui.model.timeline.TimelineModel;

/** The panes as scenes for files: the stretch in view, the threads that are chosen, the search that is typed. */
public final class PaneScenes {
    private static final double WIDTH = 1100;
    private static final double GAP = 16;
    private static final int LANES = 80;
    private static final int CONTESTANT_LANES = 12;
    private static final int ROWS = 40;
    private static final int LEVELS = 80;
    private static final double MARGIN = 24;
    private static final double STRONG = 17;
    private static final double SMALL = 11;
    private static final int STAMP_LETTERS = 170;

    private PaneScenes() {}

    /** What of a recording is looked at: the brushed stretch and the chosen threads. */
    public static Selection selection(TimelineModel timeline) {
        Span brush = timeline.brush().get();
        return brush == null
                ? new Selection(Selection.ALL.from(), Selection.ALL.to(), timeline.chosen())
                : new Selection(brush.from(), brush.to(), timeline.chosen());
    }

    /** Threads, memory and tasks in a stretch. */
    public static Scene timeline(Recording recording, Span view) {
        TimeScale scale = TimeScale.over(view.from(), view.to(), WIDTH);
        List<Scene> panes = new ArrayList<>(List.of(LanesScene.of(recording, scale, view.to(), LANES),
                MemoryScene.of(recording, scale, view.to())));
        if (!recording.tasks().isEmpty())
            panes.add(TasksScene.of(recording, scale, view.to()));
        return sheet(recording, "Timeline", panes);
    }

    public static Scene lines(Recording recording, Selection selection) {
        return sheet(recording, "Where the time goes, by line",
                List.of(LinesScene.of(LineCosts.of(recording, selection), WIDTH, ROWS)));
    }

    /** The flame graph as it is set, or its difference from the base. */
    public static Scene flame(Recording recording, Selection selection, FlameModel model) {
        FlameNode here = FlameGraph.of(recording, selection, model.kind().get(), model.direction().get(),
                model.grain().get());
        OpenRecording base = model.base().get();
        if (base == null)
            return sheet(recording, "Flame graph", List.of(FlameScene.of(here, WIDTH, LEVELS, model::matches)));
        FlameNode there = FlameGraph.of(base.recording(), Selection.ALL, model.kind().get(), model.direction().get(),
                model.grain().get());
        return sheet(recording, "Flame graph, against " + base.name(),
                List.of(FlameScene.of(FlameDifference.of(there, here), WIDTH, LEVELS)));
    }

    /** The contestants' lanes and memory, one below the other on one scale. */
    public static Scene compare(CompareModel model) {
        List<Contestant> all = model.chosen().get();
        Span common = new Span(0, model.window().length());
        List<Scene> panes = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Span own = model.own(i, common);
            TimeScale scale = TimeScale.over(own.from(), own.to(), WIDTH);
            Contestant one = all.get(i);
            panes.add(text(one.name(), STRONG, Role.TEXT));
            panes.add(LanesScene.of(one.recording(), scale, one.part().to(), CONTESTANT_LANES));
            panes.add(MemoryScene.of(one.recording(), scale, one.part().to()));
        }
        all.stream().map(Contestant::recording).distinct().forEach(recording -> panes.addAll(stamp(recording)));
        return Scene.column("Compare", GAP, panes).framed(MARGIN);
    }

    /** Panes below their title and above the stamp of the machine, the versions and the settings. */
    private static Scene sheet(Recording recording, String title, List<Scene> panes) {
        List<Scene> all = new ArrayList<>();
        all.add(text(title + " \u00b7 " + recording.experiment(), STRONG, Role.TEXT));
        all.addAll(panes);
        all.addAll(stamp(recording));
        return Scene.column(title + ": " + recording.experiment(), GAP, all).framed(MARGIN);
    }

    private static List<Scene> stamp(Recording recording) {
        List<Scene> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (Map.Entry<String, String> each : new TreeMap<>(recording.settings()).entrySet()) {
            String part = each.getKey() + " " + each.getValue();
            if (line.length() > 0 && line.length() + part.length() > STAMP_LETTERS) {
                lines.add(text(line.toString(), SMALL, Role.MUTED));
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " \u00b7 ").append(part);
        }
        if (!line.isEmpty())
            lines.add(text(line.toString(), SMALL, Role.MUTED));
        return lines;
    }

    private static Scene text(String words, double size, Role role) {
        Shape.Label label = Shape.Label.at(0, size, words, size, role).within(WIDTH);
        return new Scene(words, WIDTH, size * 1.3, List.of(size == STRONG ? label.strong() : label));
    }

    /** All panes on one sheet. */
    public static Scene sheet(Recording recording) {
        return SheetScene.of(recording);
    }
}
