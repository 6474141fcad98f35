package org.stridescope.lab.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.Shapes;
import org.stridescope.chunked.BlockCreation;
import org.stridescope.chunked.BlockReduction;
import org.stridescope.chunked.ChunkAdvice;
import org.stridescope.chunked.ChunkSpec;
import org.stridescope.chunked.Chunks;
import org.stridescope.chunked.Computation;
import org.stridescope.chunked.Rechunk;
import org.stridescope.schedule.RunOptions;

/**
 * An array of float64 cut into blocks, and cut anew: what is to be said about it before anything is computed.
 *
 * @param advice about the first cut
 * @param recut what the second takes
 */
public record ChunkStudy(Chunks before, Chunks after, ChunkAdvice advice, Rechunk.Plan recut, int workers) {
    public static final DType DTYPE = DType.FLOAT64;
    private static final long MOST_BLOCKS = 250_000;

    /**
     * What a mean over such an array gave.
     *
     * @param blockBytes the most that arrays held at a time, above what they held before: what {@link #predictedBytes} is of
     * @param grownBytes how far the process grew meanwhile, with all that is no block; below 0 where unknown
     */
    public record Measured(double mean, double seconds, long blockBytes, long grownBytes) {}

    /**
     * From what a user types: {@code 20000, 20000}, {@code auto} or {@code 5000, -1}.
     *
     * @throws GraphLabError where it is no shape, or chunks do not fit it
     */
    public static ChunkStudy of(String shape, String chunks, String recut, int workers, long memory) {
        long[] lengths = shape(shape);
        Chunks before = chunks("chunks", chunks, lengths);
        Chunks after = chunks("recut to", recut, lengths);
        return new ChunkStudy(before, after, ChunkAdvice.of(before, DTYPE, workers, memory),
                Rechunk.plan(before, after, DTYPE), workers);
    }

    private static long[] shape(String text) {
        long[] shape = numbers("shape", text);
        if (shape.length < 1 || shape.length > 2 || Arrays.stream(shape).anyMatch(length -> length < 1))
            throw new GraphLabError("shape " + text + ": give one or two lengths of at least 1, as in 20000, 20000");
        return shape;
    }

    private static Chunks chunks(String what, String text, long... shape) {
        ChunkSpec[] specs = ChunkSpec.everywhere(ChunkSpec.AUTO, shape.length);
        if (!text.strip().toLowerCase(Locale.ROOT).equals("auto")) {
            long[] given = numbers(what, text);
            if (given.length != shape.length)
                throw new GraphLabError(what + " " + text + ": the array has " + shape.length
                        + (shape.length == 1 ? " axis" : " axes") + ", so give as many lengths, -1 for a whole axis, or"
                        + " auto");
            for (int axis = 0; axis < specs.length; axis++)
                specs[axis] = new ChunkSpec.Length(given[axis]);
        }
        try {
            double blocks = 1;
            for (int axis = 0; axis < specs.length; axis++)
                blocks *= specs[axis] instanceof ChunkSpec.Length(long length) && length > 0
                        ? Math.ceil((double) shape[axis] / length)
                        : 1;
            if (blocks > MOST_BLOCKS)
                throw new GraphLabError(what + " " + text + ": that makes " + (long) blocks + " blocks; here at most "
                        + MOST_BLOCKS + " are drawn, so give larger ones");
            return ChunkSpec.normalize(specs, shape, DTYPE, ChunkSpec.ADVISED_BYTES);
        } catch (ArrayError e) {
            throw new GraphLabError(what + " " + text + ": " + e.getMessage());
        }
    }

    private static long[] numbers(String what, String text) {
        try {
            return Arrays.stream(text.replaceAll("[()\\s_]", "").split(",")).filter(part -> !part.isEmpty())
                    .mapToLong(Long::parseLong).toArray();
        } catch (NumberFormatException e) {
            throw new GraphLabError(
                    what + " " + text + ": whole numbers and commas are wanted, as in 5000, 5000");
        }
    }

    public long nbytes() {
        return Shapes.bytes(DTYPE.itemsize(), before.shape());
    }

    /** A worker holds the block that it reduces, and no other: so a mean takes this much, however large the array. */
    public long predictedBytes() {
        return Math.min(workers, before.blocks()) * Shapes.bytes(DTYPE.itemsize(), before.largest());
    }

    /** The mean of random numbers in these blocks, by threads. */
    public Measured measure(GraphRunner runner, RunOptions options) {
        Computation.Prepared prepared = Computation.prepare(
                List.of(BlockReduction.mean(BlockCreation.random(before, 1), null, false, null)),
                ArrayMemory.collected());
        GraphPlan plan = new GraphPlan(prepared.graph(), prepared.keys(), _ -> prepared.arrays().getFirst().getDouble(),
                prepared.released(), prepared::close);
        long held = ResidentPeak.now();
        long arrays = ArrayMemory.liveBytes();
        ArrayMemory.markMost();
        GraphOutcome outcome = runner.run(plan, "threads", workers, options).outcome();
        double mean = outcome.answer() instanceof Double value ? value : Double.NaN;
        return new Measured(mean, outcome.wallSeconds(), Math.max(0, ArrayMemory.mostLiveBytes() - arrays),
                held < 0 || outcome.peakResidentBytes() < 0
                        ? -1
                        : Math.max(0, outcome.peakResidentBytes() - held));
    }
}
