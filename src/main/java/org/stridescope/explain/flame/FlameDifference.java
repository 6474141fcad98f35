package org.stridescope.explain.flame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Two flame graphs as one tree.
 *
 * @param base weight in the recording that is compared with
 * @param other weight in the one that is compared
 * @param children those with the larger of the two first
 */
public record FlameDifference(String title, long base, long other, List<FlameDifference> children) {
    public FlameDifference {
        children = List.copyOf(children);
    }

    /** How much more the other has; negative where it has less. */
    public long rise() {
        return other - base;
    }

    /** Pairs the nodes of two trees by their titles from the root on. */
    public static FlameDifference of(FlameNode base, FlameNode other) {
        return of(base.title(), base, other);
    }

    private static FlameDifference of(String title, @Nullable FlameNode base, @Nullable FlameNode other) {
        Map<String, FlameNode> left = byTitle(base);
        Map<String, FlameNode> right = byTitle(other);
        Map<String, FlameNode> all = new LinkedHashMap<>(left);
        right.forEach(all::putIfAbsent);
        List<FlameDifference> children = new ArrayList<>();
        all.keySet().forEach(each -> children.add(of(each, left.get(each), right.get(each))));
        children.sort(Comparator.comparingLong((FlameDifference child) -> Math.max(child.base(), child.other()))
                .reversed().thenComparing(FlameDifference::title));
        return new FlameDifference(title, base == null ? 0 : base.total(), other == null ? 0 : other.total(),
                children);
    }

    private static Map<String, FlameNode> byTitle(@Nullable FlameNode node) {
        Map<String, FlameNode> children = new LinkedHashMap<>();
        if (node != null)
            node.children().forEach(child -> children.put(child.title(), child));
        return children;
    }
}
