package org.stridescope.explain.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.stridescope.explain.findings.Finding;
import org.stridescope.explain.findings.Findings;
import org.stridescope.explain.flame.FlameGraph;
import org.stridescope.explain.lines.LineCosts;
import org.stridescope.explain.lines.Selection;
import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Shape;
import org.stridescope.trace.Recording;
import org.stridescope.trace.SampleKind;

/** All panes of a recording on one sheet, with the stamp of where and how it was made. */
public final class SheetScene {
    private static final double WIDTH = 1100;
    private static final double GAP = 16;
    private static final int LANES = 24;
    private static final int ROWS = 18;
    private static final int LEVELS = 28;
    private static final double STAMP_LETTERS = 175;

    private SheetScene() {}

    /** The whole sheet. */
    public static Scene of(Recording recording) {
        long end = recording.durationNanos();
        TimeScale scale = TimeScale.over(0, end, WIDTH);
        LineCosts lines = LineCosts.of(recording, Selection.ALL);
        List<Scene> panes = new ArrayList<>();
        panes.add(title(recording));
        panes.add(headed("Threads", LanesScene.of(recording, scale, end, LANES)));
        panes.add(headed("Memory", MemoryScene.of(recording, scale, end)));
        if (!recording.tasks().isEmpty())
            panes.add(headed("Tasks", TasksScene.of(recording, scale, end)));
        if (!lines.rows().isEmpty())
            panes.add(headed("Where the time goes, by line", LinesScene.of(lines, WIDTH, ROWS)));
        if (lines.samples() > 0)
            panes.add(headed("Where the time goes, by call", FlameScene.of(FlameGraph.of(recording, Selection.ALL,
                    SampleKind.CPU, FlameGraph.Direction.CALLEES, FlameGraph.Grain.FUNCTION), WIDTH, LEVELS,
                    name -> false)));
        List<Finding> findings = Findings.of(recording);
        if (!findings.isEmpty())
            panes.add(headed("What stands out", findings(findings)));
        panes.add(stamp(recording));
        return Scene.column("Stridescope: " + recording.experiment(), GAP, panes).framed(24);
    }

    /** Threads, memory and tasks as they were at a time: a frame of a replay. */
    public static Scene frame(Recording recording, long now) {
        TimeScale scale = TimeScale.over(0, recording.durationNanos(), WIDTH);
        List<Scene> panes = new ArrayList<>();
        panes.add(text(String.format(Locale.ROOT, "%s, %.2f of %.2f s", recording.experiment(), now / 1e9,
                recording.durationNanos() / 1e9)));
        panes.add(padded(LanesScene.of(recording, scale, now, LANES),
                LanesScene.of(recording, scale, recording.durationNanos(), LANES).height() + GAP));
        panes.add(MemoryScene.of(recording, scale, now));
        if (!recording.tasks().isEmpty())
            panes.add(padded(TasksScene.of(recording, scale, now),
                    TasksScene.of(recording, scale, recording.durationNanos()).height()));
        return Scene.column("Stridescope: " + recording.experiment(), GAP, panes).framed(16);
    }

    /** Frames of a GIF have one size. */
    private static Scene padded(Scene scene, double height) {
        return new Scene(scene.title(), scene.width(), height,
                scene.shapes().stream().filter(shape -> !(shape instanceof Shape.Label l && l.y() > height)).toList());
    }

    private static Scene text(String text) {
        return new Scene(text, WIDTH, 20, List.of(Shape.Label.at(0, 15, text, 15, Role.TEXT).strong()));
    }

    private static Scene title(Recording recording) {
        return text(String.format(Locale.ROOT, "%s, %.3f s", recording.experiment(),
                recording.durationNanos() / 1e9));
    }

    private static Scene headed(String head, Scene scene) {
        Scene above = new Scene(head, WIDTH, 14,
                List.of(Shape.Stroke.of(0, -6, WIDTH, -6, Ink.of(Role.GRID), 1),
                        Shape.Label.at(0, 11, head, 12, Role.TEXT).strong()));
        return Scene.column(head, 8, List.of(above, scene));
    }

    private static Scene findings(List<Finding> findings) {
        List<Shape> shapes = new ArrayList<>();
        double y = 0;
        for (Finding finding : findings) {
            for (String line : wrapped("\u2022 " + finding.sentence())) {
                y += 16;
                shapes.add(Shape.Label.at(0, y - 4, line, 11, Role.TEXT).within(WIDTH));
            }
        }
        return new Scene("findings", WIDTH, y, shapes);
    }

    private static Scene stamp(Recording recording) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> each : new TreeMap<>(recording.settings()).entrySet())
            text.append(text.isEmpty() ? "" : "; ").append(each.getKey()).append(" = ").append(each.getValue());
        List<Shape> shapes = new ArrayList<>();
        double y = 0;
        for (String line : wrapped(text.toString())) {
            y += 13;
            shapes.add(Shape.Label.at(0, y - 3, line, 10, Role.MUTED).within(WIDTH));
        }
        return new Scene(text.toString(), WIDTH, y, shapes);
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > STAMP_LETTERS && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
