package org.stridescope.lab.ladder;

import org.junit.jupiter.api.Test;

import org.stridescope.kernel.MachineLimits;
import org.stridescope.kernel.MachineLimits.Rates;
import org.stridescope.kernel.Metric;
import org.stridescope.lab.ladder.CostModel.Size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RooflineTest {
    private static final Roofline ROOF = new Roofline(10e9, 20e9, 100e9);

    @Test
    void arithmeticIsCounted() {
        Size size = new Size(Metric.CITYBLOCK, 1000, 2000, 50, 8);
        CostModel cost = CostModel.of("vector", size, 1000);
        assertThat(cost.flops()).isEqualTo(2.0 * 1000 * 2000 * 50);
        assertThat(cost.peakShare()).isEqualTo(0.5);
        assertThat(cost.writtenBytes()).isEqualTo(1000 * 2000 * 8 + 1000);
        assertThat(cost.readBytes()).isEqualTo(3000 * 50 * 8 + 1000 + 1000 * 2000 * 8);
        assertThat(cost.intensity()).isCloseTo(2e8 / (33.2e6 + 2000), within(1e-3));
    }

    @Test
    void broadcastingWalksOverTheDifferencesFourTimesAndEinsumTwice() {
        Size size = new Size(Metric.SQEUCLIDEAN, 100, 100, 10, 8);
        assertThat(CostModel.of("broadcast", size, 800_000).passes()).isEqualTo(4);
        assertThat(CostModel.of("broadcast-einsum", size, 800_000).passes()).isEqualTo(2);
        assertThat(CostModel.of("broadcast", size, 800_000).writtenBytes()).isEqualTo(2 * 800_000 + 80_000);
        assertThat(CostModel.of("trick", size, 0).flops()).isEqualTo(2 * 100_000 + 3 * 10_000 + 2 * 200 * 10);
        assertThat(CostModel.of("trick", size, 0).peakShare()).isEqualTo(1);
    }

    @Test
    void aStreamedResultIsNotReadFirst() {
        Size few = new Size(Metric.CITYBLOCK, 4000, 4000, 3, 8);
        assertThat(CostModel.of("c", few, 0).streams()).isTrue();
        assertThat(CostModel.of("graph", few, 0).streams()).isTrue();
        assertThat(CostModel.of("c", few, 0).readBytes()).isEqualTo(8000 * 3 * 8);
        assertThat(CostModel.of("vector", few, 0).readBytes()).isEqualTo(8000 * 3 * 8 + 16e6 * 8);
        assertThat(CostModel.of("c", new Size(Metric.CITYBLOCK, 100, 100, 3, 8), 0).streams()).isFalse();
    }

    @Test
    void theLimitIsTheLongerOfMemoryAndArithmetic() {
        CostModel moving = new CostModel(1e9, 1, 20e9, 10e9, 0, 0, false);
        assertThat(ROOF.memorySeconds(moving)).isEqualTo(2);
        assertThat(ROOF.computeSeconds(moving)).isEqualTo(0.01);
        assertThat(ROOF.isMemoryBound(moving)).isTrue();
        assertThat(ROOF.belowRoof(moving, 4.2)).isCloseTo(2.1, within(1e-12));
        CostModel counting = new CostModel(100e9, 0.5, 1e9, 1e9, 0, 0, false);
        assertThat(ROOF.isMemoryBound(counting)).isFalse();
        assertThat(ROOF.belowRoof(counting, 2)).isEqualTo(1);
        assertThat(ROOF.roof(1)).isEqualTo(20e9);
        assertThat(ROOF.roof(50)).isEqualTo(100e9);
    }

    @Test
    void isOfAsManyThreadsAsAreUsed() {
        MachineLimits limits = new MachineLimits(4, 40, 60, 400, new Rates(15, 25, 100), "C");
        assertThat(Roofline.of(limits, 1)).isEqualTo(new Roofline(15, 25, 100));
        assertThat(Roofline.of(limits, 2)).isEqualTo(new Roofline(40, 60, 200));
        assertThat(Roofline.of(limits, 9)).isEqualTo(new Roofline(40, 60, 400));
    }

    @Test
    void limitsAreKeptForThisMachineOnly() {
        MachineLimits limits = new MachineLimits(2, 2.1e10, 3.3e10, 1e11, new Rates(1.5e10, 2e10, 5e10), "C");
        String text = KeptLimits.text("processor, 2", limits);
        assertThat(KeptLimits.read(text, "processor, 2")).contains(limits);
        assertThat(KeptLimits.read(text, "processor, 4")).isEmpty();
        assertThat(KeptLimits.read("nonsense", "nonsense")).isEmpty();
        assertThat(KeptLimits.read(text.replace("2.1E10", "much"), "processor, 2")).isEmpty();
        assertThat(KeptLimits.fingerprint()).doesNotContain("|").isEqualTo(KeptLimits.fingerprint());
    }
}
