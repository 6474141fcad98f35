package org.stridescope.chunked;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.array.DType;
import org.stridescope.array.Shapes;

/**
 * What is to be said about a choice of chunks.
 *
 * @param advised chunks as {@code 'auto'} would cut
 * @param sentences what is good about the given ones, and what is not
 */
public record ChunkAdvice(Chunks advised, List<String> sentences) {
    private static final long SMALL = 1 << 20;
    private static final long MANY_TASKS = 100_000;

    /** NumPy leaves the point where there are three figures before it. */
    static String bytes(long bytes) {
        return Shapes.byteText(bytes).replace(". ", " ");
    }

    /** Looks at chunks of this dtype for a machine with this many workers and bytes of memory. */
    public static ChunkAdvice of(Chunks chunks, DType dtype, int workers, long memory) {
        Chunks advised = ChunkSpec.normalize(ChunkSpec.everywhere(ChunkSpec.AUTO, chunks.ndim()), chunks.shape(), dtype,
                ChunkSpec.ADVISED_BYTES);
        List<String> sentences = new ArrayList<>();
        long largest = Shapes.bytes(dtype.itemsize(), chunks.largest());
        long blocks = chunks.blocks();
        sentences.add(blocks + (blocks == 1 ? " chunk of " : " chunks of at most ") + bytes(largest) + ", "
                + Shapes.text(chunks.largest()) + " each.");
        if (largest > memory / (4L * workers)) {
            sentences.add("Too large: " + workers + " workers hold several chunks each, and memory is "
                    + bytes(memory) + "; cut them smaller.");
        } else if (largest > 2 * ChunkSpec.ADVISED_BYTES) {
            sentences.add("Large: about 128 MiB a chunk keeps memory small.");
        } else if (largest < SMALL && blocks > 4L * workers) {
            sentences.add("Small: each task costs about a microsecond to hand out, and there are " + blocks
                    + "; fewer, larger chunks lose less.");
        } else {
            sentences.add("A good size: large enough to be worth a task, small enough that " + workers
                    + " workers hold several.");
        }
        if (blocks > MANY_TASKS)
            sentences.add("More than " + MANY_TASKS + " tasks take long to lay out.");
        if (blocks < workers)
            sentences.add("Fewer chunks than workers: " + (workers - blocks) + " of " + workers + " stay idle.");
        return new ChunkAdvice(advised, List.copyOf(sentences));
    }
}
