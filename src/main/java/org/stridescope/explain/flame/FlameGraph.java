package org.stridescope.explain.flame;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.stridescope.explain.lines.Selection;
import org.stridescope.trace.Recording;
import org.stridescope.trace.SampleKind;
import org.stridescope.trace.StackFrame;
import org.stridescope.trace.StackTable;

/**
 * Adds call stacks up to a tree (Gregg, The Flame Graph, CACM 59:6, 2016). The root stands for all of the selection.
 */
public final class FlameGraph {
    /** Which end of the stacks is at the root. */
    public enum Direction {
        /** The thread's first function: who calls whom. */
        CALLEES,
        /** The function that ran: by whom it was called. */
        CALLERS
    }

    /** What makes two frames one. */
    public enum Grain {
        FUNCTION, LINE
    }

    private static final String ALL = "all";

    private final StackTable stacks;
    private final Selection selection;
    private final SampleKind kind;

    private FlameGraph(StackTable stacks, Selection selection, SampleKind kind) {
        this.stacks = stacks;
        this.selection = selection;
        this.kind = kind;
    }

    /** A tree of the samples of one kind in a part of a recording. */
    public static FlameNode of(Recording recording, Selection selection, SampleKind kind, Direction direction,
            Grain grain) {
        return new FlameGraph(recording.stacks(), selection, kind).tree(direction, grain);
    }

    /**
     * The same as text, a stack a line: titles from the outermost in, semicolons between, a space, and the weight. Other
     * programs know it as collapsed stacks. Lines come in order of the alphabet.
     */
    public static List<String> collapsed(Recording recording, Selection selection, SampleKind kind) {
        FlameGraph graph = new FlameGraph(recording.stacks(), selection, kind);
        Map<String, Long> sums = new TreeMap<>();
        graph.weights().forEach((stack, weight) -> {
            List<String> titles = graph.titles(stack, Direction.CALLEES, Grain.FUNCTION);
            sums.merge(String.join(";", titles.stream().map(t -> t.replace(';', ':')).toList()), weight, Long::sum);
        });
        return sums.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).toList();
    }

    private Map<Integer, Long> weights() {
        Map<Integer, Long> weights = new LinkedHashMap<>();
        int end = stacks.countBy(selection.to());
        for (int i = stacks.countBy(selection.from() - 1); i < end; i++) {
            if (stacks.kindAt(i) == kind && selection.has(stacks.threadAt(i)))
                weights.merge(stacks.stackAt(i), stacks.weightAt(i), Long::sum);
        }
        return weights;
    }

    private FlameNode tree(Direction direction, Grain grain) {
        Growing root = new Growing(ALL);
        weights().forEach((stack, weight) -> root.add(titles(stack, direction, grain), weight));
        return root.node();
    }

    private List<String> titles(int stack, Direction direction, Grain grain) {
        Function<StackFrame, String> title = grain == Grain.FUNCTION
                ? StackFrame::title
                : frame -> frame.line() > 0 ? frame.title() + ":" + frame.line() : frame.title();
        List<String> titles = stacks.frames(stack).stream().map(title).toList();
        return direction == Direction.CALLERS ? titles : titles.reversed();
    }

    /** A node while stacks are added. */
    private static final class Growing {
        private final String title;
        private final Map<String, Growing> children = new LinkedHashMap<>();
        private long self;
        private long total;

        Growing(String title) {
            this.title = title;
        }

        void add(Collection<String> titles, long weight) {
            total += weight;
            Growing at = this;
            for (String next : titles) {
                at = at.children.computeIfAbsent(next, Growing::new);
                at.total += weight;
            }
            at.self += weight;
        }

        FlameNode node() {
            List<FlameNode> nodes = new ArrayList<>();
            children.values().forEach(child -> nodes.add(child.node()));
            nodes.sort(Comparator.comparingLong(FlameNode::total).reversed().thenComparing(FlameNode::title));
            return new FlameNode(title, self, total, nodes);
        }
    }
}
