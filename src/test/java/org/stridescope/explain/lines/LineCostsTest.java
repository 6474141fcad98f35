package org.stridescope.explain.lines;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.stridescope.trace.Recording;
import org.stridescope.trace.SampleKind;
import org.stridescope.trace.StackFrame;
import org.stridescope.trace.StackFrame.Kind;
import org.stridescope.trace.TraceEvent;
import org.stridescope.trace.TraceEvent.StackSample;
import org.stridescope.trace.TraceEvent.StackSeen;

import static org.assertj.core.api.Assertions.assertThat;

class LineCostsTest {
    private static final StackFrame LOOP = new StackFrame(Kind.JAVA, "org.stridescope.kernel.LoopsKernel", "row",
            "org/stridescope/kernel/LoopsKernel.java", 90);
    private static final StackFrame CALLER = new StackFrame(Kind.JAVA, "org.stridescope.kernel.TileLoop", "run",
            "org/stridescope/kernel/TileLoop.java", 30);
    private static final StackFrame ABS = new StackFrame(Kind.JAVA, "java.lang.Math", "abs", "java/lang/Math.java", 5);
    private static final StackFrame C = new StackFrame(Kind.NATIVE, "libdistance.so", "tiles_avx2",
            "distance-c/tiles.c", 45);
    private static final StackFrame MEMCPY = new StackFrame(Kind.NATIVE, "libc.so.6", "memcpy", "", 0);
    private static final StackFrame COLLECTOR = new StackFrame(Kind.NATIVE, "libjvm.so", "G1::mark", "", 0);

    private static final Recording RECORDING = Recording.of("test", Map.of(), 1000, List.of(
            new StackSeen(0, 0, List.of(LOOP, CALLER)), new StackSeen(0, 1, List.of(ABS, LOOP, CALLER)),
            new StackSeen(0, 2, List.of(C, CALLER)), new StackSeen(0, 3, List.of(MEMCPY, C, CALLER)),
            new StackSeen(0, 4, List.of(COLLECTOR)),
            new StackSample(100, 1, 0, SampleKind.CPU, 10), new StackSample(200, 1, 1, SampleKind.CPU, 10),
            new StackSample(300, 2, 2, SampleKind.CPU, 10), new StackSample(400, 2, 3, SampleKind.CPU, 10),
            new StackSample(500, 2, 2, SampleKind.CPU, 10), new StackSample(600, 3, 4, SampleKind.CPU, 10),
            new StackSample(650, 1, 1, SampleKind.ALLOCATION, 4096),
            new StackSample(700, 1, 0, SampleKind.LOCK, 99),
            new TraceEvent.LineCost(800, "cell 1", 2, 7, 30, 800, 300, 2),
            new TraceEvent.LineCost(900, "cell 1", 2, 1, 10, 0, 500, 0)));

    private static LineRow row(LineCosts costs, String file) {
        return costs.rows().stream().filter(row -> row.file().equals(file)).findFirst().orElseThrow();
    }

    @Test
    void whatALineCallsOfALibraryIsItsOwnCost() {
        LineCosts costs = LineCosts.of(RECORDING, Selection.ALL);
        assertThat(costs.cpuNanos()).isEqualTo(60);
        assertThat(costs.samples()).isEqualTo(6);
        LineRow loop = row(costs, LOOP.file());
        assertThat(loop.line()).isEqualTo(90);
        assertThat(loop.selfSamples()).isEqualTo(2);
        assertThat(loop.share()).isEqualTo(20.0 / 60);
        assertThat(loop.allocatedBytes()).isEqualTo(4096);
        assertThat(loop.hits()).as("samples count no hits").isEqualTo(-1);
        assertThat(row(costs, "distance-c/tiles.c").selfNanos()).isEqualTo(30);
    }

    @Test
    void nothingIsHidden() {
        LineCosts costs = LineCosts.of(RECORDING, Selection.ALL);
        assertThat(costs.rows()).filteredOn(row -> row.kind() != Kind.SCRIPT)
                .extracting(LineRow::selfNanos).containsExactly(30L, 20L, 10L);
        LineRow collector = row(costs, "libjvm.so");
        assertThat(collector.line()).isZero();
        assertThat(collector.function()).isEqualTo("G1::mark");
    }

    @Test
    void linesOfScriptsAreExact() {
        LineRow line = row(LineCosts.of(RECORDING, Selection.ALL), "cell 1");
        assertThat(line.hits()).isEqualTo(8);
        assertThat(line.selfNanos()).isEqualTo(40);
        assertThat(line.allocatedBytes()).isEqualTo(800);
        assertThat(line.freedBytes()).isEqualTo(800);
        assertThat(line.copies()).isEqualTo(2);
        assertThat(line.share()).isEqualTo(1);
    }

    @Test
    void aSelectionTakesTimesIncludedAndItsThreadsAlone() {
        assertThat(LineCosts.of(RECORDING, Selection.between(200, 400)).samples()).isEqualTo(3);
        assertThat(LineCosts.of(RECORDING, Selection.between(201, 399)).samples()).isEqualTo(1);
        assertThat(LineCosts.of(RECORDING, new Selection(0, 1000, Set.of(1))).rows())
                .filteredOn(row -> row.selfSamples() > 0).extracting(LineRow::file).containsExactly(LOOP.file());
    }

    @Test
    void anEmptySelectionHasNoRows() {
        LineCosts none = LineCosts.of(RECORDING, Selection.between(10, 20));
        assertThat(none.rows()).isEmpty();
        assertThat(none.cpuNanos()).isZero();
    }
}
