package org.stridescope.explain.flame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.stridescope.explain.flame.FlameGraph.Direction;
import org.stridescope.explain.flame.FlameGraph.Grain;
import org.stridescope.explain.lines.Selection;
import org.stridescope.trace.Recording;
import org.stridescope.trace.SampleKind;
import org.stridescope.trace.StackFrame;
import org.stridescope.trace.TraceEvent;

import static org.assertj.core.api.Assertions.assertThat;

class FlameGraphTest {
    private static StackFrame frame(String function, int line) {
        return new StackFrame(StackFrame.Kind.NATIVE, "lib.so", function, "a.c", line);
    }

    /** Samples of the given stacks, written from the outside in with dots between, one each 10 ns, weight 5. */
    private static Recording recording(String... stacks) {
        List<TraceEvent> events = new ArrayList<>();
        for (int i = 0; i < stacks.length; i++) {
            List<StackFrame> frames = new ArrayList<>();
            for (String function : List.of(stacks[i].split("\\.")).reversed())
                frames.add(frame(function.replaceAll("\\d", ""), function.endsWith("2") ? 2 : 1));
            events.add(new TraceEvent.StackSeen(10L * i, i, frames));
            events.add(new TraceEvent.StackSample(10L * i, i % 2, i, SampleKind.CPU, 5));
        }
        return Recording.of("test", Map.of(), 1000, events);
    }

    private static FlameNode graph(Recording recording, Direction direction) {
        return FlameGraph.of(recording, Selection.ALL, SampleKind.CPU, direction, Grain.FUNCTION);
    }

    private static FlameNode child(FlameNode node, String... titles) {
        FlameNode at = node;
        for (String title : titles)
            at = at.children().stream().filter(c -> c.title().equals(title)).findFirst().orElseThrow();
        return at;
    }

    @Test
    void stacksThatBeginAlikeShareNodes() {
        FlameNode all = graph(recording("main.run.abs", "main.run", "main.run.sum", "idle", "main.run.abs"),
                Direction.CALLEES);
        assertThat(all.total()).isEqualTo(25);
        assertThat(all.children()).extracting(FlameNode::title).containsExactly("main", "idle");
        FlameNode run = child(all, "main", "run");
        assertThat(run.self()).isEqualTo(5);
        assertThat(run.total()).isEqualTo(20);
        assertThat(run.children()).extracting(FlameNode::title).containsExactly("abs", "sum");
        assertThat(all.depth()).isEqualTo(4);
    }

    @Test
    void fromTheInsideEachFunctionShowsWhoCalledIt() {
        FlameNode all = graph(recording("a.f", "b.f", "a.g"), Direction.CALLERS);
        assertThat(child(all, "f").total()).isEqualTo(10);
        assertThat(child(all, "f").children()).extracting(FlameNode::title).containsExactly("a", "b");
    }

    @Test
    void linesAreToldApartWhereAsked() {
        Recording recording = recording("f1", "f2");
        assertThat(graph(recording, Direction.CALLEES).children()).hasSize(1);
        assertThat(FlameGraph.of(recording, Selection.ALL, SampleKind.CPU, Direction.CALLEES, Grain.LINE).children())
                .extracting(FlameNode::title).containsExactly("f:1", "f:2");
    }

    @Test
    void recursionIsAFunctionInsideItself() {
        FlameNode all = graph(recording("f.f.f"), Direction.CALLEES);
        assertThat(child(all, "f", "f", "f").self()).isEqualTo(5);
        assertThat(all.matched("f"::equals)).as("it counts once").isEqualTo(5);
    }

    @Test
    void aSelectionOfTimesAndThreadsIsAllThatCounts() {
        Recording recording = recording("a", "b", "a", "b");
        assertThat(FlameGraph.of(recording, new Selection(10, 30, Set.of(1)), SampleKind.CPU, Direction.CALLEES,
                Grain.FUNCTION).children()).extracting(FlameNode::title).containsExactly("b");
        assertThat(FlameGraph.of(recording, Selection.ALL, SampleKind.ALLOCATION, Direction.CALLEES, Grain.FUNCTION)
                .total()).isZero();
    }

    @Test
    void aDifferenceNamesItsBase() {
        FlameDifference difference = FlameDifference.of(graph(recording("a.f", "a.g"), Direction.CALLEES),
                graph(recording("a.f", "a.f", "h"), Direction.CALLEES));
        assertThat(difference.base()).isEqualTo(10);
        assertThat(difference.other()).isEqualTo(15);
        FlameDifference a = difference.children().getFirst();
        assertThat(a.title()).isEqualTo("a");
        assertThat(a.rise()).isZero();
        assertThat(a.children()).extracting(FlameDifference::title).containsExactly("f", "g");
        assertThat(a.children()).extracting(FlameDifference::rise).containsExactly(5L, -5L);
        assertThat(difference.children().get(1).base()).isZero();
    }

    @Test
    void collapsedStacksAreWhatOtherProgramsRead() {
        assertThat(FlameGraph.collapsed(recording("main.run", "main.run", "idle"), Selection.ALL, SampleKind.CPU))
                .containsExactly("idle 5", "main;run 10");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverTheStacksANodeIsItselfAndItsChildren(long seed) {
        Random random = new Random(seed);
        String[] stacks = new String[200];
        for (int i = 0; i < stacks.length; i++) {
            StringBuilder stack = new StringBuilder("r");
            for (int depth = random.nextInt(6); depth > 0; depth--)
                stack.append('.').append((char) ('a' + random.nextInt(3)));
            stacks[i] = stack.toString();
        }
        Recording recording = recording(stacks);
        for (Direction direction : Direction.values()) {
            FlameNode all = graph(recording, direction);
            assertThat(all.total()).isEqualTo(5 * stacks.length);
            addsUp(all);
        }
        FlameNode graph = graph(recording, Direction.CALLEES);
        FlameDifference same = FlameDifference.of(graph, graph);
        assertThat(same.rise()).isZero();
        assertThat(same.children()).allSatisfy(child -> assertThat(child.rise()).isZero());
    }

    private static void addsUp(FlameNode node) {
        long children = node.children().stream().mapToLong(FlameNode::total).sum();
        assertThat(node.total()).as(node.title()).isEqualTo(node.self() + children);
        node.children().forEach(FlameGraphTest::addsUp);
    }
}
