package org.stridescope.ui.control.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.stridescope.explain.graph.DrawnGraph;
import org.stridescope.explain.graph.GraphLayout;
import org.stridescope.trace.TaskState;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.Palette;

/** Boxes and lines of a graph. */
final class GraphPainter {
    /** The smallest words; where they do not fit they are left out. */
    private static final double LEAST_FONT = 11;
    private static final int LEAST_LETTERS = 7;
    private static final double FONT = 13;
    /** Width of a letter, in font sizes. */
    private static final double LETTER = 0.6;

    /** How the layout lies on the pane, stretched more across than down where there is room for words. */
    record View(double across, double down, double left, double top, double width, double height) {
        double x(double at) {
            return left + at * across;
        }

        double y(double at) {
            return top + at * down;
        }

        boolean sees(double x, double y, double w, double h) {
            return x(x + w) >= 0 && x(x) <= width && y(y + h) >= 0 && y(y) <= height;
        }
    }

    void paint(GraphicsContext g, GraphScene scene, View view, Look look) {
        g.setFill(look.palette().background());
        g.fillRect(0, 0, view.width, view.height);
        lines(g, scene, view, look, false);
        lines(g, scene, view, look, true);
        for (int node = 0; node < scene.layout().boxes().size(); node++)
            box(g, scene, node, view, look);
        stacks(g, scene, view, look);
    }

    /** Over boxes too small for words, their name and how many there are, once for each run of them. */
    private static void stacks(GraphicsContext g, GraphScene scene, View view, Look look) {
        g.setFont(look.small());
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.BOTTOM);
        Map<String, double[]> stacks = new LinkedHashMap<>();
        for (int node = 0; node < scene.layout().boxes().size(); node++) {
            GraphLayout.Box at = scene.layout().boxes().get(node);
            if (at.height() * view.down >= LEAST_FONT * 1.1)
                continue;
            String label = scene.layout().graph().nodes().get(node).label();
            double[] stack = stacks.computeIfAbsent(label.replaceFirst("-[0-9-]+$", ""),
                    _ -> new double[]{view.x(at.x() + at.width() / 2), Double.MAX_VALUE, 0});
            stack[1] = Math.min(stack[1], view.y(at.y()));
            stack[2]++;
        }
        stacks.forEach((name, stack) -> {
            String words = stack[2] > 1 ? name + " \u00d7 " + (int) stack[2] : name;
            g.setFill(look.palette().background().deriveColor(0, 1, 1, 0.8));
            double wide = words.length() * 6.6 * look.scale();
            g.fillRect(stack[0] - wide / 2, stack[1] - 15 * look.scale(), wide, 13 * look.scale());
            g.setFill(look.palette().text());
            g.fillText(words, stack[0], stack[1] - 2);
        });
    }

    private void lines(GraphicsContext g, GraphScene scene, View view, Look look, boolean lit) {
        List<DrawnGraph.Edge> edges = scene.layout().graph().edges();
        Palette palette = look.palette();
        for (int i = 0; i < edges.size(); i++) {
            int from = edges.get(i).from();
            int to = edges.get(i).to();
            boolean inLineage = !scene.lineage().isEmpty() && scene.isLit(from) && scene.isLit(to);
            boolean critical = scene.isCritical(from) && scene.isCritical(to) && consecutive(scene, from, to);
            if ((inLineage || critical) != lit)
                continue;
            double[] points = scene.layout().lines().get(i);
            if (!isSeen(points, view))
                continue;
            boolean dimmed = !scene.lineage().isEmpty() && !inLineage;
            g.setStroke(inLineage ? palette.accent() : critical ? palette.hue(StateMark.RUNNING_HUE) : palette.line());
            g.setGlobalAlpha(dimmed ? 0.5 : 1);
            g.setLineWidth(lit ? 2.2 * look.line() : look.line() * 1.2);
            curve(g, points, view, scene.layout().leftToRight());
        }
        g.setGlobalAlpha(1);
    }

    /** On the critical path one after the other: a line between two of its tasks need not be part of it. */
    private static boolean consecutive(GraphScene scene, int from, int to) {
        int[] a = scene.tasks(from);
        int[] b = scene.tasks(to);
        return a.length > 1 || b.length > 1 || scene.critical().get(a[0]) && scene.critical().get(b[0]);
    }

    private static boolean isSeen(double[] points, View view) {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int i = 0; i < points.length; i += 2) {
            left = Math.min(left, points[i]);
            right = Math.max(right, points[i]);
            top = Math.min(top, points[i + 1]);
            bottom = Math.max(bottom, points[i + 1]);
        }
        return view.sees(left, top, right - left, bottom - top);
    }

    private static void curve(GraphicsContext g, double[] points, View view, boolean across) {
        g.beginPath();
        g.moveTo(view.x(points[0]), view.y(points[1]));
        for (int i = 2; i < points.length; i += 2) {
            double x0 = view.x(points[i - 2]);
            double y0 = view.y(points[i - 1]);
            double x1 = view.x(points[i]);
            double y1 = view.y(points[i + 1]);
            if (across)
                g.bezierCurveTo((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1, y1);
            else
                g.bezierCurveTo(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2, x1, y1);
        }
        g.stroke();
    }

    private void box(GraphicsContext g, GraphScene scene, int node, View view, Look look) {
        GraphLayout.Box at = scene.layout().boxes().get(node);
        if (!view.sees(at.x(), at.y(), at.width(), at.height()))
            return;
        double x = view.x(at.x());
        double y = view.y(at.y());
        double w = at.width() * view.across;
        double h = at.height() * view.down;
        double round = Math.min(10, 8 * view.down);
        Palette palette = look.palette();
        TaskState state = scene.nodeState(node);
        Color colour = colour(scene, node, state, palette);
        boolean begun = state != TaskState.WAITING && state != TaskState.READY;
        boolean lit = scene.lineage().isEmpty() || scene.isLit(node);
        g.setGlobalAlpha(lit ? 1 : 0.35);
        g.setFill(palette.panel());
        g.fillRoundRect(x, y, w, h, round, round);
        fill(g, scene, node, begun, colour, new double[]{x, y, w, h, round});
        boolean picked = isPicked(scene, node);
        g.setStroke(picked
                ? palette.accent()
                : scene.isCritical(node)
                        ? palette.hue(StateMark.RUNNING_HUE)
                        : state == TaskState.WAITING ? palette.line() : colour);
        g.setLineWidth(picked || scene.isCritical(node) ? 2.4 * look.line() : 1.2 * look.line());
        g.strokeRoundRect(x, y, w, h, round, round);
        words(g, scene, node, state, new double[]{x, y, w, h}, view, look);
        g.setGlobalAlpha(1);
    }

    private static boolean isPicked(GraphScene scene, int node) {
        for (int task : scene.tasks(node)) {
            if (task == scene.lineage().task())
                return true;
        }
        return false;
    }

    /** A group fills up as its tasks are done. */
    private static void fill(GraphicsContext g, GraphScene scene, int node, boolean begun, Color colour, double[] box) {
        int[] tasks = scene.tasks(node);
        double share = tasks.length == 1 ? begun ? 1 : 0 : scene.doneIn(node) / (double) tasks.length;
        if (share <= 0)
            return;
        g.setFill(colour.deriveColor(0, 1, 1, 0.34));
        g.fillRoundRect(box[0], box[1], box[2] * share, box[3], box[4], box[4]);
    }

    private static Color colour(GraphScene scene, int node, TaskState state, Palette palette) {
        int task = scene.tasks(node)[0];
        return switch (scene.colouring()) {
            case STATE -> StateMark.colour(state, palette);
            case WORKER -> task < scene.workers().length && scene.workers()[task] >= 0
                    ? palette.hue(scene.workers()[task])
                    : palette.muted();
            case ORDER -> task < scene.order().length && scene.order()[task] >= 0
                    ? palette.hue(2).interpolate(palette.hue(1),
                            scene.order()[task] / (double) Math.max(1, scene.order().length - 1))
                    : palette.muted();
        };
    }

    private static void words(GraphicsContext g, GraphScene scene, int node, TaskState state, double[] box, View view,
            Look look) {
        double middle = box[1] + box[3] / 2;
        double font = Math.max(LEAST_FONT, FONT * Math.min(view.down, view.across))
                * (view.down < 1 ? look.scale() : 1);
        String label = label(scene, node);
        double mark = Math.clamp(9 * view.down, 5, 14);
        int room = (int) ((box[2] - 2.2 * mark) / (font * LETTER));
        if (box[3] < font * 1.1 || room < Math.min(LEAST_LETTERS, label.length())) {
            if (box[3] > 6)
                StateMark.draw(g, state, box[0] + box[2] / 2, middle, Math.min(mark, box[3] - 3),
                        StateMark.colour(state, look.palette()));
            return;
        }
        StateMark.draw(g, state, box[0] + 1.1 * mark, middle, mark, StateMark.colour(state, look.palette()));
        g.setFill(look.palette().text());
        g.setFont(Font.font(look.mono(FONT).getFamily(), font));
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(cut(label, room), box[0] + 2.1 * mark, middle);
    }

    /** A name too long for its box loses its middle: names of one kind differ in their last letters. */
    private static String cut(String label, int room) {
        if (label.length() <= room)
            return label;
        int head = (room - 1) / 2;
        return label.substring(0, head) + "\u2026" + label.substring(label.length() - (room - 1 - head));
    }

    private static String label(GraphScene scene, int node) {
        int task = scene.tasks(node)[0];
        int place = scene.colouring() == GraphScene.Colouring.ORDER && task < scene.order().length
                ? scene.order()[task]
                : -1;
        String label = scene.layout().graph().nodes().get(node).label();
        return place >= 0 ? label + " " + (place + 1) : label;
    }
}
