package org.stridescope.lab.lanes;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.ufunc.Elementwise;

/**
 * Does one operation by an interpreted loop, by single elements, by a whole-array ufunc and by SIMD lanes, checks that all
 * agree, and times them in turn, so that what else the machine does falls on all alike. The best of the rounds counts, as for {@code %timeit}.
 */
public final class LaneRace {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final int ROUNDS = 15;
    private static final int WARM_UPS = 12;
    private static final long SETTLED_NANOS = 700_000_000;
    private static final long MOST_WARM_NANOS = 8_000_000_000L;
    /** Items of each operand at most: three arrays of 128 MiB. */
    public static final int MOST_ITEMS = 1 << 24;

    private LaneRace() {}

    /** Float64 lanes of this machine's widest register. */
    public static int lanes() {
        return SPECIES.length();
    }

    /** Times all ways; to be called off the window's thread. */
    public static LaneTimes run(LaneOperation operation, int items) {
        if (items < 1 || items > MOST_ITEMS)
            throw new ArrayError(items + " items: 1 to " + MOST_ITEMS + " are wanted");
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            NDArray a = ramp(memory, items, 1);
            NDArray b = ramp(memory, items, 0.5);
            NDArray out = NDArray.zeros(memory, DType.FLOAT64, items);
            List<Runnable> ways = List.of(() -> elements(operation, a, b, out),
                    () -> Elementwise.apply(operation.ufunc(), memory, out, DType.FLOAT64, a, b),
                    () -> vectors(operation, a.buffer(), b.buffer(), out.buffer(), items));
            check(ways, out, items);
            return times(operation, items, InterpretedLoop.time(operation, items, out), ways);
        }
    }

    private static NDArray ramp(ArrayMemory memory, int items, double step) {
        NDArray array = NDArray.zeros(memory, DType.FLOAT64, items);
        for (int i = 0; i < items; i++)
            array.setDouble(1 + i % 1000 * step, i);
        return array;
    }

    /** One item after the other, each found by its index, as a loop over the array in a script does. */
    private static void elements(LaneOperation operation, NDArray a, NDArray b, NDArray out) {
        long items = a.size();
        for (long i = 0; i < items; i++)
            out.setDouble(operation.apply(a.getDouble(i), b.getDouble(i)), i);
    }

    private static void vectors(LaneOperation operation, MemorySegment a, MemorySegment b, MemorySegment out,
            int items) {
        int body = SPECIES.loopBound(items);
        for (int i = 0; i < body; i += SPECIES.length()) {
            DoubleVector left = DoubleVector.fromMemorySegment(SPECIES, a, 8L * i, ORDER);
            DoubleVector right = DoubleVector.fromMemorySegment(SPECIES, b, 8L * i, ORDER);
            operation.apply(left, right).intoMemorySegment(out, 8L * i, ORDER);
        }
        if (body == items)
            return;
        VectorMask<Double> tail = SPECIES.indexInRange(body, items);
        DoubleVector left = DoubleVector.fromMemorySegment(SPECIES, a, 8L * body, ORDER, tail);
        DoubleVector right = DoubleVector.fromMemorySegment(SPECIES, b, 8L * body, ORDER, tail);
        operation.apply(left, right).intoMemorySegment(out, 8L * body, ORDER, tail);
    }

    private static void check(List<Runnable> ways, NDArray out, int items) {
        double[] first = new double[0];
        for (Runnable way : ways) {
            for (int i = 0; i < items; i++)
                out.setDouble(Double.NaN, i);
            way.run();
            double[] now = new double[items];
            for (int i = 0; i < items; i++)
                now[i] = out.getDouble(i);
            if (first.length > 0 && !Arrays.equals(first, now))
                throw new ArrayError("the ways disagree");
            first = now;
        }
    }

    private static LaneTimes times(LaneOperation operation, int items, LaneTimes.Way interpreted, List<Runnable> ways) {
        long[][] nanos = new long[ways.size()][ROUNDS];
        warmUp(ways);
        for (int round = 0; round < ROUNDS; round++) {
            for (int way = 0; way < ways.size(); way++) {
                long start = System.nanoTime();
                ways.get(way).run();
                nanos[way][round] = System.nanoTime() - start;
            }
        }
        List<LaneTimes.Way> timed = new ArrayList<>();
        timed.add(interpreted);
        timed.add(way("element loop", "one item at a time, each found by its index, compiled", 1, nanos[0]));
        timed.add(way("whole-array ufunc", "one call; the loop over the items is inside, compiled", 0, nanos[1]));
        timed.add(way("SIMD lanes", "one instruction for " + lanes() + " items, a masked one for the tail", lanes(),
                nanos[2]));
        return new LaneTimes(operation, items, lanes(), timed);
    }

    /** Until no way has become clearly faster for a while: the compiler may have to wait for a processor. */
    private static void warmUp(List<Runnable> ways) {
        long start = System.nanoTime();
        long improved = start;
        long[] best = new long[ways.size()];
        Arrays.fill(best, Long.MAX_VALUE);
        for (int round = 0; round < WARM_UPS || System.nanoTime() - improved < SETTLED_NANOS; round++) {
            if (System.nanoTime() - start > MOST_WARM_NANOS)
                return;
            for (int way = 0; way < best.length; way++) {
                long before = System.nanoTime();
                ways.get(way).run();
                long took = System.nanoTime() - before;
                if (took < best[way] * 0.9)
                    improved = System.nanoTime();
                best[way] = Math.min(best[way], took);
            }
        }
    }

    private static LaneTimes.Way way(String name, String how, int lanes, long... nanos) {
        Arrays.sort(nanos);
        return new LaneTimes.Way(name, how, lanes, nanos[nanos.length / 2], nanos[0], nanos[nanos.length - 1]);
    }
}
