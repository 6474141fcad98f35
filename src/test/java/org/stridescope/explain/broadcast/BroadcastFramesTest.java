package org.stridescope.explain.broadcast;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.stridescope.array.ArrayError;
import org.stridescope.array.Broadcast;
import org.stridescope.array.Layout;
import org.stridescope.explain.broadcast.AxisRule.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BroadcastFramesTest {
    private static BroadcastFrames frames(long[]... shapes) {
        List<Operand> operands = new ArrayList<>();
        for (long[] shape : shapes)
            operands.add(new Operand("abcd".substring(operands.size(), operands.size() + 1), shape, 8));
        return BroadcastFrames.of(operands);
    }

    @Test
    void appliesTheRuleFromTheLastAxis() {
        BroadcastFrames all = frames(new long[]{5, 1, 3}, new long[]{5, 3});
        assertThat(all.shape()).containsExactly(5, 5, 3);
        assertThat(all.rules()).extracting(AxisRule::axis).containsExactly(2, 1, 0);
        assertThat(all.rules()).extracting(AxisRule::verdict).containsExactly(Verdict.EQUAL, Verdict.STRETCH,
                Verdict.STRETCH);
        assertThat(all.rules().get(0).sentence()).isEqualTo("axis 2: all have 3");
        assertThat(all.rules().get(1).sentence()).isEqualTo("axis 1: a has 1 and is stretched to 5");
        assertThat(all.rules().get(2).sentence())
                .isEqualTo("axis 0: b has no such axis, so it counts as 1 and is stretched to 5");
        assertThat(all.rules().get(2).stretches(1)).isTrue();
        assertThat(all.rules().get(2).stretches(0)).isFalse();
    }

    @Test
    void marksTheAxisThatFailsInNumPysWords() {
        BroadcastFrames bad = frames(new long[]{2, 3}, new long[]{2, 4});
        assertThat(bad.error()).contains("operands could not be broadcast together with shapes (2,3) (2,4) ");
        assertThat(bad.failure()).map(AxisRule::axis).contains(1);
        assertThat(bad.rules()).hasSize(1);
        assertThat(bad.rules().getFirst().sentence()).contains("a has 3, b has 4");
        assertThatThrownBy(bad::shape).isInstanceOf(ArrayError.class);
    }

    @Test
    void agreesWithTheEngineOnAnyShapes() {
        Random random = new Random(11);
        int failed = 0;
        for (int trial = 0; trial < 3000; trial++) {
            long[][] shapes = new long[1 + random.nextInt(3)][];
            for (int i = 0; i < shapes.length; i++) {
                shapes[i] = random.longs(random.nextInt(4), 0, 4).toArray();
            }
            BroadcastFrames frames = frames(shapes);
            if (frames.error().isPresent()) {
                failed++;
                assertThat(frames.failure()).isPresent();
                assertThatThrownBy(() -> Broadcast.shape(shapes)).hasMessage(frames.error().get());
                continue;
            }
            assertThat(frames.failure()).isEmpty();
            assertThat(frames.shape()).isEqualTo(Broadcast.shape(shapes));
            for (AxisRule rule : frames.rules())
                assertThat(rule.length()).isEqualTo(frames.shape()[rule.axis()]);
            pairs(frames);
        }
        assertThat(failed).isBetween(500, 2500);
    }

    private static void pairs(BroadcastFrames frames) {
        for (long step = 0; step < frames.size(); step++) {
            long[] output = frames.outputIndex(step);
            assertThat(Layout.cOrder(1, frames.shape()).offset(output)).isEqualTo(step);
            for (int i = 0; i < frames.operands().size(); i++) {
                Operand operand = frames.operands().get(i);
                long own = Layout.cOrder(8, operand.shape()).offset(frames.inputIndex(i, output));
                assertThat(frames.stretched(i).offset(output)).isEqualTo(own);
                boolean first = firstOf(frames, i, own, step);
                assertThat(frames.isGhost(i, output)).isEqualTo(!first);
            }
        }
    }

    private static boolean firstOf(BroadcastFrames frames, int operand, long address, long step) {
        for (long before = 0; before < step; before++) {
            if (frames.stretched(operand).offset(frames.outputIndex(before)) == address)
                return false;
        }
        return true;
    }

    @Test
    void billsPairwiseDifferences() {
        BroadcastFrames pairs = frames(new long[]{10, 1, 3}, new long[]{1, 10, 3});
        BroadcastBill bill = pairs.bill(8);
        assertThat(bill).isEqualTo(new BroadcastBill(480, 4800, 2400, 0));
        assertThat(bill.saved()).isEqualTo(4320);
        assertThat(bill.reduced(pairs, 8, -1)).isEqualTo(new BroadcastBill(480, 4800, 800, 2400));
        assertThatThrownBy(() -> bill.reduced(pairs, 8, 3)).isInstanceOf(ArrayError.class);
    }

    @Test
    void billsWithoutAllocatingWhatWouldNotFit() {
        BroadcastBill bill = frames(new long[]{12_000, 1, 50}, new long[]{1, 12_000, 50}).bill(8);
        assertThat(bill.allocated()).isEqualTo(57_600_000_000L);
    }

    @Test
    void cutsALoopIntoBodyAndTail() {
        for (int size = 0; size < 70; size++) {
            for (int lanes : new int[]{1, 2, 4, 8, 16}) {
                LaneFrames loop = new LaneFrames(size, lanes);
                long next = 0;
                for (long step = 0; step < loop.steps(); step++) {
                    LaneFrames.Step at = loop.step(step);
                    assertThat(at.from()).isEqualTo(next);
                    assertThat(at.tail()).isEqualTo(at.to() - at.from() < lanes);
                    next = at.to();
                }
                assertThat(next).isEqualTo(size);
                assertThat(loop.use()).isBetween(0.0, 1.0);
            }
        }
        assertThatThrownBy(() -> new LaneFrames(10, 4).step(3)).isInstanceOf(ArrayError.class);
        assertThatThrownBy(() -> new LaneFrames(10, 0)).isInstanceOf(ArrayError.class);
    }
}
