package org.stridescope.explain.flame;

import java.util.List;
import java.util.function.Predicate;

/**
 * A function where it was met in call stacks.
 *
 * @param title as it is shown
 * @param self weight of the samples that ended here: nanoseconds or bytes
 * @param total with all that it called
 * @param children the heaviest first
 */
public record FlameNode(String title, long self, long total, List<FlameNode> children) {
    public FlameNode {
        children = List.copyOf(children);
    }

    /** Levels below and with this one. */
    public int depth() {
        return 1 + children.stream().mapToInt(FlameNode::depth).max().orElse(0);
    }

    /**
     * The weight that matches a search: of the outermost nodes whose title does, so that none counts twice.
     */
    public long matched(Predicate<String> search) {
        return search.test(title) ? total : children.stream().mapToLong(child -> child.matched(search)).sum();
    }
}
