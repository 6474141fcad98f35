package org.stridescope.ufunc;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.IdentityHashMap;
import java.util.Map;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import org.stridescope.array.AxisOrder;
import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.array.NestedLoop;

/**
 * The commonest loops over float64 straight on the buffers, by the Vector API: no strip is copied. Operands step 8 bytes or
 * stand still; anything else takes the way of {@link Elementwise}.
 */
final class VectorLoops {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private VectorLoops() {}

    /** A loop over runs: n items at bytes a, b, out; {@code stepA} and {@code stepB} are 8 or 0. */
    @FunctionalInterface
    interface Run {
        void run(MemorySegment a, long atA, long stepA, MemorySegment b, long atB, long stepB, MemorySegment out,
                long at,
                long n);
    }

    private static final Map<Loop, Run> RUNS = new IdentityHashMap<>();

    static {
        RUNS.put(Arithmetic.ADD_DOUBLES, VectorLoops::add);
        RUNS.put(Arithmetic.SUBTRACT_DOUBLES, VectorLoops::subtract);
        RUNS.put(Arithmetic.MULTIPLY_DOUBLES, VectorLoops::multiply);
        RUNS.put(Arithmetic.DIVIDE_DOUBLES, VectorLoops::divide);
        RUNS.put(Transcendental.EXP, VectorLoops::exp);
    }

    /** Whether these arrays were of the kind above, and so are done. */
    static boolean run(Loop loop, DType lane, NDArray result, NDArray... inputs) {
        Run run = lane == DType.FLOAT64 && result.dtype() == lane ? RUNS.get(loop) : null;
        if (run == null || result.ndim() == 0)
            return false;
        int last = inputs.length - 1;
        if (inputs[0].dtype() != lane || inputs[last].dtype() != lane)
            return false;
        int[] axes = AxisOrder.byFallingStride(result.layout());
        int fast = fastest(result.layout(), axes);
        if (fast < 0 || !still(inputs[0], fast) || !still(inputs[last], fast))
            return false;
        MemorySegment a = inputs[0].buffer();
        MemorySegment b = inputs[last].buffer();
        MemorySegment out = result.buffer();
        NestedLoop.run(result.shape(), axes,
                (at, step, count) -> run.run(a, at[1], step[1], b, at[2], step[2], out, at[0], count),
                result.layout(), inputs[0].layout(), inputs[last].layout());
        return true;
    }

    private static int fastest(Layout layout, int... axes) {
        for (int i = axes.length - 1; i >= 0; i--) {
            if (layout.shape(axes[i]) > 1)
                return layout.stride(axes[i]) == 8 ? axes[i] : -1;
        }
        return -1;
    }

    private static boolean still(NDArray input, int axis) {
        long stride = input.layout().stride(axis);
        return stride == 8 || stride == 0;
    }

    private static DoubleVector at(MemorySegment from, long byteAt) {
        return DoubleVector.fromMemorySegment(LANES, from, byteAt, ORDER);
    }

    private static double one(MemorySegment from, long byteAt) {
        return from.get(java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED, byteAt);
    }

    private static void put(MemorySegment to, long byteAt, double value) {
        to.set(java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED, byteAt, value);
    }

    private static void add(MemorySegment a, long atA, long stepA, MemorySegment b, long atB, long stepB,
            MemorySegment out, long at, long n) {
        long i = 0;
        if (stepA == 8 && stepB == 8) {
            for (; i <= n - WIDTH; i += WIDTH) {
                at(a, atA + i * 8).add(at(b, atB + i * 8)).intoMemorySegment(out, at + i * 8, ORDER);
            }
        } else if (stepA == 8) {
            DoubleVector still = DoubleVector.broadcast(LANES, one(b, atB));
            for (; i <= n - WIDTH; i += WIDTH)
                at(a, atA + i * 8).add(still).intoMemorySegment(out, at + i * 8, ORDER);
        } else if (stepB == 8) {
            DoubleVector still = DoubleVector.broadcast(LANES, one(a, atA));
            for (; i <= n - WIDTH; i += WIDTH)
                still.add(at(b, atB + i * 8)).intoMemorySegment(out, at + i * 8, ORDER);
        }
        for (; i < n; i++)
            put(out, at + i * 8, one(a, atA + i * stepA) + one(b, atB + i * stepB));
    }

    private static void subtract(MemorySegment a, long atA, long stepA, MemorySegment b, long atB, long stepB,
            MemorySegment out, long at, long n) {
        long i = 0;
        if (stepA == 8 && stepB == 8) {
            for (; i <= n - WIDTH; i += WIDTH) {
                at(a, atA + i * 8).sub(at(b, atB + i * 8)).intoMemorySegment(out, at + i * 8, ORDER);
            }
        } else if (stepA == 8) {
            DoubleVector still = DoubleVector.broadcast(LANES, one(b, atB));
            for (; i <= n - WIDTH; i += WIDTH)
                at(a, atA + i * 8).sub(still).intoMemorySegment(out, at + i * 8, ORDER);
        } else if (stepB == 8) {
            DoubleVector still = DoubleVector.broadcast(LANES, one(a, atA));
            for (; i <= n - WIDTH; i += WIDTH)
                still.sub(at(b, atB + i * 8)).intoMemorySegment(out, at + i * 8, ORDER);
        }
        for (; i < n; i++)
            put(out, at + i * 8, one(a, atA + i * stepA) - one(b, atB + i * stepB));
    }

    private static void multiply(MemorySegment a, long atA, long stepA, MemorySegment b, long atB, long stepB,
            MemorySegment out, long at, long n) {
        long i = 0;
        if (stepA == 8 && stepB == 8) {
            for (; i <= n - WIDTH; i += WIDTH) {
                at(a, atA + i * 8).mul(at(b, atB + i * 8)).intoMemorySegment(out, at + i * 8, ORDER);
            }
        } else if (stepA == 8) {
            DoubleVector still = DoubleVector.broadcast(LANES, one(b, atB));
            for (; i <= n - WIDTH; i += WIDTH)
                at(a, atA + i * 8).mul(still).intoMemorySegment(out, at + i * 8, ORDER);
        } else if (stepB == 8) {
            DoubleVector still = DoubleVector.broadcast(LANES, one(a, atA));
            for (; i <= n - WIDTH; i += WIDTH)
                still.mul(at(b, atB + i * 8)).intoMemorySegment(out, at + i * 8, ORDER);
        }
        for (; i < n; i++)
            put(out, at + i * 8, one(a, atA + i * stepA) * one(b, atB + i * stepB));
    }

    private static void divide(MemorySegment a, long atA, long stepA, MemorySegment b, long atB, long stepB,
            MemorySegment out, long at, long n) {
        long i = 0;
        if (stepA == 8 && stepB == 8) {
            for (; i <= n - WIDTH; i += WIDTH) {
                at(a, atA + i * 8).div(at(b, atB + i * 8)).intoMemorySegment(out, at + i * 8, ORDER);
            }
        }
        for (; i < n; i++)
            put(out, at + i * 8, one(a, atA + i * stepA) / one(b, atB + i * stepB));
    }

    private static void exp(MemorySegment a, long atA, long stepA, MemorySegment b, long atB, long stepB,
            MemorySegment out, long at, long n) {
        long i = 0;
        if (stepA == 8) {
            for (; i <= n - WIDTH; i += WIDTH) {
                at(a, atA + i * 8).lanewise(VectorOperators.EXP).intoMemorySegment(out, at + i * 8, ORDER);
            }
        }
        for (; i < n; i++)
            put(out, at + i * 8, Math.exp(one(a, atA + i * stepA)));
    }
}
