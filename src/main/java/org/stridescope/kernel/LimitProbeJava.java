package org.stridescope.kernel;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/** The limits as Java reaches them without a library: a fill through the caches, and independent sums of products. */
final class LimitProbeJava implements LimitProbe {
    private static final int ROUNDS = 200_000;
    private static final int LENGTH = 512;
    private static final long PARTS_ALIGNMENT = 64;

    /** Keeps the results, or the compiler would drop the loops. */
    private final AtomicReference<double[]> kept = new AtomicReference<>(new double[0]);

    @Override
    public String language() {
        return "Java";
    }

    @Override
    public double storeBytesPerSecond(MemorySegment items, int threads) {
        long part = items.byteSize() / threads / PARTS_ALIGNMENT * PARTS_ALIGNMENT;
        long nanos = timed(threads, t -> items.asSlice(t * part, part).fill((byte) (t + 1)));
        return (double) part * threads * 1e9 / nanos;
    }

    @Override
    public double loadBytesPerSecond(MemorySegment items, int threads) {
        long part = items.byteSize() / threads / PARTS_ALIGNMENT * PARTS_ALIGNMENT;
        long nanos = timed(threads, t -> kept.set(new double[]{sum(items.asSlice(t * part, part))}));
        return (double) part * threads * 1e9 / nanos;
    }

    /** Four sums side by side, so that the additions do not wait for one another. */
    private static double sum(MemorySegment items) {
        long step = DoubleVector.SPECIES_PREFERRED.vectorByteSize();
        DoubleVector a = DoubleVector.zero(DoubleVector.SPECIES_PREFERRED);
        DoubleVector b = a;
        DoubleVector c = a;
        DoubleVector d = a;
        for (long at = 0; at + 4 * step <= items.byteSize(); at += 4 * step) {
            a = a.add(lanes(items, at));
            b = b.add(lanes(items, at + step));
            c = c.add(lanes(items, at + 2 * step));
            d = d.add(lanes(items, at + 3 * step));
        }
        return a.add(b).add(c.add(d)).reduceLanes(VectorOperators.ADD);
    }

    private static DoubleVector lanes(MemorySegment items, long at) {
        return DoubleVector.fromMemorySegment(DoubleVector.SPECIES_PREFERRED, items, at, ByteOrder.nativeOrder());
    }

    /** A loop that the compiler turns into vectors: many sums side by side, all in the first cache. */
    @Override
    public double flops(int threads) {
        int rounds = ROUNDS / LENGTH;
        long nanos = timed(threads, t -> {
            double[] sums = new double[LENGTH];
            for (int r = 0; r < rounds; r++)
                multiplyAdd(sums, 0.999, 1e-3);
            kept.set(sums);
        });
        return 2.0 * rounds * LENGTH * 8 * threads * 1e9 / nanos;
    }

    private static void multiplyAdd(double[] sums, double factor, double term) {
        for (int i = 0; i < LENGTH; i++) {
            double s = sums[i];
            for (int repeat = 0; repeat < 8; repeat++)
                s = Math.fma(s, factor, term);
            sums[i] = s;
        }
    }

    private static long timed(int threads, java.util.function.IntConsumer work) {
        var started = IntStream.range(0, threads).mapToObj(t -> Thread.ofPlatform().unstarted(() -> work.accept(t)))
                .toList();
        long start = System.nanoTime();
        started.forEach(Thread::start);
        for (Thread thread : started) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return Math.max(1, System.nanoTime() - start);
                }
            }
        }
        return Math.max(1, System.nanoTime() - start);
    }
}
