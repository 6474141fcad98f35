package org.stridescope.ui.model.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.stridescope.explain.findings.Finding;
import org.stridescope.explain.findings.Findings;
import org.stridescope.explain.flame.FlameGraph;
import org.stridescope.explain.lines.LineCosts;
import org.stridescope.explain.lines.Selection;
import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Shape;
import org.stridescope.export.scene.TextMeasure;
import org.stridescope.trace.Recording;
import org.stridescope.trace.SampleKind;
import org.stridescope.ui.model.timeline.LanePlan;
import org.stridescope.ui.model.timeline.Plot;
import org.stridescope.ui.model.timeline.Span;
import org.stridescope.ui.model.timeline.TimelineData;
import org.stridescope.ui.model.timeline.TimelineMarks;
import org.stridescope.ui.model.timeline.TimelineScene;

/** All panes of a recording on one sheet, each as the window shows it, with the stamp of where and how it was made. */
public final class SheetScene {
    private static final double WIDTH = 1100;
    private static final double RULER = 30;
    private static final double GAP = 16;
    private static final int ROWS = 18;
    private static final int MOST_LEVELS = 28;
    private static final double TITLE = 17;
    private static final double WORDS = 11;
    private static final int LETTERS = 175;
    private static final double SCALE = 1;

    private final Recording recording;
    private final TimelineData data;
    private final TextMeasure measure;

    public SheetScene(Recording recording, TextMeasure measure) {
        this.recording = recording;
        this.measure = measure;
        data = TimelineData.of(recording);
    }

    /** The whole sheet. */
    public Scene all() {
        List<Scene> panes = new ArrayList<>();
        panes.add(PaneScenes.text(String.format(Locale.ROOT, "%s, %.3f s", recording.experiment(),
                recording.durationNanos() / 1e9), TITLE, Role.TEXT, WIDTH));
        panes.add(headed("Timeline", timeline()));
        panes.add(PaneScenes.legend(WIDTH));
        LineCosts lines = LineCosts.of(recording, Selection.ALL);
        if (!lines.rows().isEmpty())
            panes.add(headed("Where the time goes, by line", LinesScene.of(lines.rows(), WIDTH, ROWS)));
        if (lines.samples() > 0)
            panes.add(headed("Where the time goes, by call", flame()));
        List<Finding> findings = Findings.of(recording);
        if (!findings.isEmpty())
            panes.add(headed("What stands out", findings(findings)));
        panes.addAll(PaneScenes.stamp(recording, WIDTH));
        return Scene.column("Stridescope: " + recording.experiment(), GAP, panes).framed(24);
    }

    private Plot plot() {
        double height = LanePlan.of(data, java.util.Set.of()).height() + RULER;
        return Plot.of(new Span(0, data.length()), WIDTH, height, SCALE);
    }

    private Scene timeline() {
        return TimelineScene.of(TimelineScene.Shown.all(data), plot(), WIDTH, SCALE, measure, 1);
    }

    /** The timeline as it looks while the recording plays: so many frames, the last at its end. */
    public List<Scene> frames(int count) {
        Scene still = timeline();
        List<Scene> frames = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            long now = data.length() * i / count;
            List<Shape> shapes = new ArrayList<>(still.shapes());
            shapes.addAll(new TimelineMarks(now, true, null, null, List.of()).boxes(plot(), SCALE));
            Scene words = PaneScenes.text(String.format(Locale.ROOT, "%s, %.2f of %.2f s", recording.experiment(),
                    now / 1e9, data.length() / 1e9), TITLE, Role.TEXT, WIDTH);
            frames.add(Scene.column("Stridescope: " + recording.experiment(), GAP,
                    List.of(words, new Scene(still.title(), still.width(), still.height(), shapes))).framed(16));
        }
        return frames;
    }

    private Scene flame() {
        FlameBox root = FlameBox.of(FlameGraph.of(recording, Selection.ALL, SampleKind.CPU,
                FlameGraph.Direction.CALLEES, FlameGraph.Grain.FUNCTION));
        double height = Math.min(FlameScene.wholeHeight(root, SCALE),
                MOST_LEVELS * FlameScene.ROW + 2 * FlameScene.TOP);
        return FlameScene.of(FlameScene.Shown.all(root), WIDTH, height, SCALE, measure, 1);
    }

    private static Scene headed(String head, Scene scene) {
        Scene above = new Scene(head, WIDTH, 14,
                List.of(Shape.Stroke.of(0, -6, WIDTH, -6, Ink.of(Role.LINE), 1),
                        Shape.Label.at(0, 11, head, 12, Role.TEXT).strong()));
        return Scene.column(head, 8, List.of(above, scene));
    }

    private static Scene findings(List<Finding> findings) {
        List<Scene> lines = new ArrayList<>();
        for (Finding finding : findings)
            for (String line : wrapped("\u2022 " + finding.sentence()))
                lines.add(PaneScenes.text(line, WORDS, Role.TEXT, WIDTH));
        return Scene.column("findings", 2, lines);
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > LETTERS && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
