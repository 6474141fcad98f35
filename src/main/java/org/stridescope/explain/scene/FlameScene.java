package org.stridescope.explain.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.stridescope.explain.flame.FlameDifference;
import org.stridescope.explain.flame.FlameNode;
import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Shape;

/**
 * A flame graph: a box as wide as its weight, what it calls below it. {@link #at} leads from a place in the picture back to
 * the node, so that a click can make it the root.
 */
public final class FlameScene {
    public static final double ROW = 18;
    private static final double LEAST_WIDTH = 0.6;
    private static final double LEAST_NAMED = 26;

    private final List<Shape> shapes = new ArrayList<>();
    private final Predicate<String> search;
    private final double perWeight;
    private final int levels;
    private double height = ROW;

    private FlameScene(double width, long total, int levels, Predicate<String> search) {
        this.search = search;
        this.levels = levels;
        this.perWeight = width / Math.max(1, total);
    }

    /**
     * Draws a tree.
     *
     * @param levels from the root that are drawn at most
     * @param search titles that are marked; none for a predicate that is never true
     */
    public static Scene of(FlameNode root, double width, int levels, Predicate<String> search) {
        FlameScene drawn = new FlameScene(width, root.total(), levels, search);
        drawn.node(root, 0, 0, root.total());
        return new Scene("flame graph of " + root.title(), width, drawn.height, drawn.shapes);
    }

    /** Draws a difference: boxes as wide as the larger of the two, in the colour of more or less. */
    public static Scene of(FlameDifference root, double width, int levels) {
        FlameScene drawn = new FlameScene(width, Math.max(root.base(), root.other()), levels, title -> false);
        drawn.difference(root, 0, 0, Math.max(1, Math.max(root.base(), root.other())));
        return new Scene("difference of two flame graphs", width, drawn.height, drawn.shapes);
    }

    /** The node under a place, the root where there is none there. */
    public static FlameNode at(FlameNode root, double width, double x, double y) {
        double perWeight = width / Math.max(1, root.total());
        FlameNode node = root;
        double left = 0;
        for (int level = 1; level <= (int) (y / ROW); level++) {
            @Nullable
            FlameNode inside = null;
            double at = left;
            for (FlameNode child : node.children()) {
                double wide = child.total() * perWeight;
                if (x >= at && x < at + wide) {
                    inside = child;
                    left = at;
                }
                at += wide;
            }
            if (inside == null)
                return root;
            node = inside;
        }
        return node;
    }

    private void node(FlameNode node, double x, double y, long all) {
        double wide = node.total() * perWeight;
        if (wide < LEAST_WIDTH || y >= levels * ROW)
            return;
        double share = (double) node.self() / Math.max(1, all);
        Ink ink = search.test(node.title()) ? Ink.of(Role.SERIES_4) : new Ink(Role.HEAT, 0.3 + 0.7 * Math.sqrt(share));
        box(node.title(), x, y, wide, ink, String.format(Locale.ROOT, "%s, %.1f %%, itself %.1f %%", node.title(),
                100.0 * node.total() / Math.max(1, all), 100 * share));
        double left = x;
        for (FlameNode child : node.children()) {
            node(child, left, y + ROW, all);
            left += child.total() * perWeight;
        }
    }

    private void difference(FlameDifference node, double x, double y, long all) {
        double wide = Math.max(node.base(), node.other()) * perWeight;
        if (wide < LEAST_WIDTH || y >= levels * ROW)
            return;
        double change = Math.min(1, Math.abs(node.rise()) / (double) Math.max(1, Math.max(node.base(), node.other())));
        box(node.title(), x, y, wide, new Ink(node.rise() > 0 ? Role.MORE : Role.LESS, 0.12 + 0.6 * change),
                String.format(Locale.ROOT, "%s, base %.1f %%, other %.1f %%", node.title(), 100.0 * node.base() / all,
                        100.0 * node.other() / all));
        double left = x;
        for (FlameDifference child : node.children()) {
            difference(child, left, y + ROW, all);
            left += Math.max(child.base(), child.other()) * perWeight;
        }
    }

    private void box(String title, double x, double y, double wide, Ink ink, String tip) {
        height = Math.max(height, y + ROW);
        shapes.add(new Shape.Box(x, y, Math.max(0.5, wide - 0.5), ROW - 1, ink, tip));
        if (wide >= LEAST_NAMED)
            shapes.add(Shape.Label.at(x + 3, y + 13, title, 11, Role.TEXT).within(wide - 6));
    }
}
