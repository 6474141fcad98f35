package org.stridescope.bench;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;
import org.stridescope.einsum.Einsum;
import org.stridescope.ffi.Pages;
import org.stridescope.ufunc.Casting;
import org.stridescope.ufunc.Elementwise;
import org.stridescope.ufunc.Reduction;
import org.stridescope.ufunc.Ufuncs;
import org.stridescope.ufunc.random.Draws;
import org.stridescope.ufunc.random.Pcg64;

/** Operations of the array engine, one thread, results released; {@link ArrayPeerTable} runs them beside NumPy. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class ArrayBenchmark {
    private final ArrayMemory memory = ArrayMemory.recycled(12L << 30, new Pages());
    private NDArray x = NDArray.zeros(memory, DType.FLOAT64, 1);
    private NDArray y = x;
    private NDArray points = x;
    private NDArray rows = x;
    private NDArray line = x;

    @Setup
    public void fill() {
        x = random(5000, 5000);
        y = random(5000, 5000);
        points = random(2000, 50);
        rows = random(1000, 300);
        line = random(10_000_000);
    }

    private NDArray random(long... shape) {
        NDArray array = NDArray.zeros(memory, DType.FLOAT64, shape);
        new Draws(new Pcg64(java.util.List.of(java.math.BigInteger.ONE))).uniform(array, 0, 1);
        return array;
    }

    private double done(NDArray result) {
        double first = result.doubleAt(result.layout().offset());
        memory.release(result.buffer());
        return first;
    }

    @Benchmark
    public double transposedRavel() {
        return done(Casting.copy(x.transpose(), DType.FLOAT64, Casting.Order.C, memory));
    }

    @Benchmark
    public double flatten() {
        return done(Casting.copy(x, DType.FLOAT64, Casting.Order.C, memory));
    }

    @Benchmark
    public double add() {
        return done(Elementwise.apply(Ufuncs.ADD, memory, x, y));
    }

    @Benchmark
    public double sumAxis0() {
        return done(Reduction.reduce(Ufuncs.ADD, x, new int[]{0}, false, null, null, memory));
    }

    @Benchmark
    public double sumAxis1() {
        return done(Reduction.reduce(Ufuncs.ADD, x, new int[]{1}, false, null, null, memory));
    }

    @Benchmark
    public double pairDifferences() {
        return done(Elementwise.apply(Ufuncs.SUBTRACT, memory, points.newAxis(1), points.newAxis(0)));
    }

    @Benchmark
    public double einsumRows() {
        return done(Einsum.einsum("ij,ij->i", DType.FLOAT64, memory, rows, rows));
    }

    @Benchmark
    public double exp() {
        return done(Elementwise.apply(Ufuncs.get("exp"), memory, line));
    }

    public static void main(String[] args) throws Exception {
        org.openjdk.jmh.Main.main(args.length == 0 ? new String[]{"ArrayBenchmark"} : args);
    }
}
