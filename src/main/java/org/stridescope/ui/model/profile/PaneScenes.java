package org.stridescope.ui.model.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.stridescope.explain.lines.LineRow;
import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Shape;
import org.stridescope.trace.Recording;
import org.stridescope.ui.model.timeline.StateInks;

/** Panes as sheets for files: what is seen, below its title and above the stamp of machine, versions and settings. */
public final class PaneScenes {
    private static final double WIDTH = 1100;
    private static final double GAP = 16;
    private static final int ROWS = 40;
    private static final double MARGIN = 24;
    private static final double STRONG = 17;
    private static final double SMALL = 11;
    private static final double LETTER = 6.2;

    private PaneScenes() {}

    /** The timeline as it is seen, with what its colours say and what was measured. */
    public static Scene timeline(Recording recording, Scene seen, String measured) {
        List<Scene> parts = new ArrayList<>(List.of(seen, legend(seen.width())));
        if (!measured.isEmpty())
            parts.add(text(measured, SMALL, Role.ACCENT, seen.width()));
        return sheet(List.of(recording), "Timeline", parts);
    }

    /** Lines in the order in which they are shown. */
    public static Scene lines(Recording recording, List<LineRow> rows, String summary) {
        return sheet(List.of(recording), "Where the time goes, by line",
                List.of(LinesScene.of(rows, WIDTH, ROWS), text(summary, SMALL, Role.MUTED, WIDTH)));
    }

    /**
     * The flame graph as it is seen.
     *
     * @param words of the function that fills the width, and of the base where there is one
     */
    public static Scene flame(Recording recording, Scene seen, String words) {
        return sheet(List.of(recording), "Flame graph", List.of(seen, text(words, SMALL, Role.MUTED, seen.width())));
    }

    /** The contestants as they are seen, and the table of their differences. */
    public static Scene compare(List<Contestant> chosen, Scene seen) {
        List<Scene> parts = new ArrayList<>(List.of(seen));
        if (!chosen.isEmpty())
            parts.add(TableScene.of(chosen, seen.width()));
        return sheet(chosen.stream().map(Contestant::recording).distinct().toList(), "Compare", parts);
    }

    private static Scene sheet(List<Recording> recordings, String title, List<Scene> parts) {
        double width = parts.getFirst().width();
        List<Scene> all = new ArrayList<>();
        String of = String.join(", ", recordings.stream().map(Recording::experiment).distinct().toList());
        all.add(text(title + " \u00b7 " + of, STRONG, Role.TEXT, width));
        all.addAll(parts);
        for (Recording recording : recordings)
            all.addAll(stamp(recording, width));
        return Scene.column(title + ": " + of, GAP, all).framed(MARGIN);
    }

    /** What the colours of a thread's lane say. */
    static Scene legend(double width) {
        List<Shape> shapes = new ArrayList<>();
        String[] words = {"running", "no processor free", "waits for a lock", "device"};
        Ink[] inks = {Ink.of(Role.ACCENT), StateInks.RUNNABLE, StateInks.LOCKED, StateInks.DISK};
        double x = 0;
        for (int i = 0; i < words.length; i++) {
            shapes.add(new Shape.Box(x, 2, 9, 9, inks[i], words[i]));
            shapes.add(Shape.Label.at(x + 14, 10, words[i], SMALL, Role.MUTED));
            x += 30 + LETTER * words[i].length();
        }
        return new Scene("what the colours say", width, 14, shapes);
    }

    /** Machine, versions and settings of a recording in small letters, as many lines as they need. */
    static List<Scene> stamp(Recording recording, double width) {
        List<Scene> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (Map.Entry<String, String> each : new TreeMap<>(recording.settings()).entrySet()) {
            if (each.getValue().indexOf('\n') >= 0)
                continue; // a source, not a setting
            String part = each.getKey() + " " + each.getValue();
            if (!line.isEmpty() && (line.length() + part.length()) * LETTER > width) {
                lines.add(text(line.toString(), SMALL, Role.MUTED, width));
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " \u00b7 ").append(part);
        }
        if (!line.isEmpty())
            lines.add(text(line.toString(), SMALL, Role.MUTED, width));
        return lines;
    }

    /** A line of words. */
    static Scene text(String words, double size, Role role, double width) {
        Shape.Label label = Shape.Label.at(0, size, words, size, role).within(width);
        return new Scene(words, width, size * 1.3, List.of(size >= STRONG ? label.strong() : label));
    }
}
