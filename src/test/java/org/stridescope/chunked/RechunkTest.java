package org.stridescope.chunked;

import org.junit.jupiter.api.Test;

import org.stridescope.array.DType;
import org.stridescope.graph.TaskGraph;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said about chunks, and what becomes one task. */
class RechunkTest {
    private static ChunkedArray ones(long length, long... chunks) {
        return BlockCreation.full("ones", Chunks.of(Chunks.regular(length, chunks[0]),
                Chunks.regular(length, chunks[1])), DType.FLOAT64, 1);
    }

    @Test
    void aPlanCountsWhatIsCopied() {
        ChunkedArray rows = ones(8, 2, 8);
        assertThat(Rechunk.plan(rows.chunks(), rows.chunks(), rows.dtype()).sentence())
                .isEqualTo("4 blocks of (2, 8) become 4 of (2, 8): no item is copied.");
        Rechunk.Plan plan = Rechunk.plan(rows.chunks(), Chunks.of(Chunks.regular(8, 8), Chunks.regular(8, 2)),
                rows.dtype());
        assertThat(plan.copies()).isEqualTo(16);
        assertThat(plan.bytes()).isEqualTo(512);
        assertThat(plan.sentence())
                .isEqualTo("4 blocks of (2, 8) become 4 of (8, 2): 16 parts, 512 bytes in all, are copied.");
    }

    @Test
    void adviceSaysWhatIsWrong() {
        Chunks huge = Chunks.whole(40_000, 40_000);
        assertThat(ChunkAdvice.of(huge, DType.FLOAT64, 2, 16L << 30).sentences())
                .anyMatch(s -> s.startsWith("Too large"))
                .anyMatch(s -> s.startsWith("Fewer chunks than workers"));
        Chunks tiny = Chunks.of(Chunks.regular(1000, 10), Chunks.regular(1000, 10));
        assertThat(ChunkAdvice.of(tiny, DType.FLOAT64, 2, 16L << 30).sentences()).anyMatch(s -> s.startsWith("Small"));
        ChunkAdvice good = ChunkAdvice.of(Chunks.of(Chunks.regular(20_000, 4096), Chunks.regular(20_000, 4096)),
                DType.FLOAT64, 2, 16L << 30);
        assertThat(good.sentences()).anyMatch(s -> s.startsWith("A good size"));
        assertThat(good.advised().largest()).containsExactly(4096, 4096);
    }

    /** Making a block, summing it, and joining sums: what needs no other worker is one task. */
    @Test
    void chainsBecomeOneTask() {
        ChunkedArray sum = BlockReduction.reduce("sum", org.stridescope.ufunc.Ufuncs.ADD, ones(8, 4, 4), null, false,
                null);
        TaskGraph before = sum.graph();
        TaskGraph after = Computation.optimized(sum);
        assertThat(before.countByName().values()).contains(4);
        assertThat(after.size()).isLessThan(before.size());
        assertThat(after.tasks()).anyMatch(task -> task.operation().name().equals("ones → sum"));
    }
}
