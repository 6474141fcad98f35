package org.stridescope.ui.model.profile;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.explain.flame.FlameDifference;
import org.stridescope.explain.flame.FlameNode;

/**
 * A function of a flame graph with its place: {@code depth} from the root, and from {@code from} to {@code to} across, shares
 * of the whole.
 *
 * @param weight nanoseconds or bytes with all that it called
 * @param self of these its own
 * @param base the weight in the recording that is compared with; -1 where none is
 */
public record FlameBox(String title, int depth, double from, double to, long weight, long self, long base,
        List<FlameBox> children) {
    public FlameBox {
        children = List.copyOf(children);
    }

    /** Boxes of one recording. */
    public static FlameBox of(FlameNode root) {
        return place(root, 0, 0, Math.max(1, root.total()));
    }

    private static FlameBox place(FlameNode node, int depth, double from, double whole) {
        List<FlameBox> children = new ArrayList<>();
        double at = from;
        for (FlameNode child : node.children()) {
            children.add(place(child, depth + 1, at, whole));
            at += child.total() / whole;
        }
        return new FlameBox(node.title(), depth, from, from + node.total() / whole, node.total(), node.self(), -1,
                children);
    }

    /** Boxes of two recordings: each as wide as the larger of its two weights, so that what has gone is seen too. */
    public static FlameBox of(FlameDifference root) {
        return place(root, 0, 0, Math.max(1, width(root)));
    }

    private static FlameBox place(FlameDifference node, int depth, double from, double whole) {
        List<FlameBox> children = new ArrayList<>();
        double at = from;
        for (FlameDifference child : node.children()) {
            children.add(place(child, depth + 1, at, whole));
            at += width(child) / whole;
        }
        long below = node.children().stream().mapToLong(FlameDifference::other).sum();
        return new FlameBox(node.title(), depth, from, from + width(node) / whole, node.other(),
                Math.max(0, node.other() - below), node.base(), children);
    }

    private static double width(FlameDifference node) {
        double below = 0;
        for (FlameDifference child : node.children())
            below += width(child);
        return Math.max(below, Math.max(node.base(), node.other()));
    }

    public double share() {
        return to - from;
    }

    /** Levels with this one. */
    public int levels() {
        int below = 0;
        for (FlameBox child : children)
            below = Math.max(below, child.levels());
        return 1 + below;
    }

    /** How much more than the base, as a share of the whole selection's larger weight; 0 where nothing is compared. */
    public double rise(FlameBox root) {
        return base < 0 ? 0 : (double) (weight - base) / Math.max(1, Math.max(root.weight, root.base));
    }

    /** The innermost box at a place; null where there is none. */
    public @org.jspecify.annotations.Nullable FlameBox at(int wantedDepth, double across) {
        if (across < from || across >= to)
            return null;
        if (depth == wantedDepth)
            return this;
        for (FlameBox child : children) {
            FlameBox hit = child.at(wantedDepth, across);
            if (hit != null)
                return hit;
        }
        return null;
    }
}
