package org.stridescope.kernel.exercise;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.ffi.BlasBindings;
import org.stridescope.ffi.BlasBindings.Matrix;
import org.stridescope.ffi.BlasLibrary;
import org.stridescope.ffi.MatmulBindings;
import org.stridescope.ffi.NativeLibrary;
import org.stridescope.kernel.Availability;
import org.stridescope.kernel.Cancellation;
import org.stridescope.kernel.KernelError;
import org.stridescope.kernel.NativeKernels;

/**
 * c (n, n) = a b by {@code native/exercise-fortran} and by a BLAS, one thread, single or double precision, each checked
 * against the definition before it is timed.
 */
public final class MatmulExercise {
    /** The largest n: the plain loops then take some seconds a run. */
    public static final int MOST = 1500;
    /** The resource path of what runs. */
    public static final String SOURCE = "sources/exercise-fortran/matmul.f90";

    private final NativeKernels<MatmulBindings> fortran;
    private final NativeKernels<BlasBindings> blas;

    private MatmulExercise(NativeKernels<MatmulBindings> fortran, NativeKernels<BlasBindings> blas) {
        this.fortran = fortran;
        this.blas = blas;
    }

    /** Looks for both libraries; what is missing says why. */
    public static MatmulExercise open() {
        return new MatmulExercise(NativeKernels.open(NativeLibrary.open("exercise-fortran"), MatmulBindings::new),
                NativeKernels.open(BlasLibrary.open(), BlasBindings::new));
    }

    public Availability availability(MatmulWay way) {
        return way == MatmulWay.BLAS ? blas.availability() : fortran.availability();
    }

    /**
     * One way's runs.
     *
     * @param relativeError the largest difference from the definition, summed in double precision, over the largest item
     * @param right whether that is rounding only; a wrong one is not timed
     * @param seconds of each run, ascending; empty where it is wrong
     * @param flops 2 n^3 over the best time
     */
    public record MatmulRun(MatmulWay way, double relativeError, boolean right, double[] seconds, double flops) {}

    /**
     * Checks and times the ways that are available, in turn.
     *
     * @param repetitions timed runs of each
     */
    public List<MatmulRun> run(int n, DType dtype, List<MatmulWay> ways, int repetitions, Cancellation cancellation) {
        if (n < 1 || n > MOST)
            throw new KernelError("n must be 1 to " + MOST + ", not " + n);
        if (dtype != DType.FLOAT64 && dtype != DType.FLOAT32)
            throw new KernelError("matrices are float64 or float32, not " + dtype.pythonName());
        try (ArrayMemory memory = ArrayMemory.scoped()) {
            MemorySegment a = random(memory, dtype, n, 1);
            MemorySegment b = random(memory, dtype, n, 2);
            MemorySegment c = memory.allocate((long) n * n * dtype.itemsize());
            double[][] seconds = new double[ways.size()][repetitions];
            double[] errors = new double[ways.size()];
            for (int w = 0; w < errors.length; w++) {
                c.fill((byte) 0xff);
                multiply(ways.get(w), dtype, a, b, c, n);
                errors[w] = error(dtype, a, b, c, n);
            }
            for (int r = 0; r < repetitions && !cancellation.isCancelled(); r++) {
                for (int w = 0; w < errors.length && !cancellation.isCancelled(); w++) {
                    long start = System.nanoTime();
                    if (isRight(errors[w], dtype))
                        multiply(ways.get(w), dtype, a, b, c, n);
                    seconds[w][r] = Math.max(1, System.nanoTime() - start) * 1e-9;
                }
            }
            List<MatmulRun> runs = new ArrayList<>();
            for (int w = 0; w < errors.length; w++)
                runs.add(result(ways.get(w), errors[w], dtype, seconds[w], n));
            return runs;
        }
    }

    private static MatmulRun result(MatmulWay way, double error, DType dtype, double[] seconds, int n) {
        boolean right = isRight(error, dtype);
        double[] sorted = right ? Arrays.stream(seconds).filter(s -> s > 0).sorted().toArray() : new double[0];
        double flops = sorted.length == 0 ? Double.NaN : 2.0 * n * n * n / sorted[0];
        return new MatmulRun(way, error, right, sorted, flops);
    }

    private static boolean isRight(double error, DType dtype) {
        return error < (dtype == DType.FLOAT32 ? 1e-4 : 1e-12);
    }

    private void multiply(MatmulWay way, DType dtype, MemorySegment a, MemorySegment b, MemorySegment c, int n) {
        if (way == MatmulWay.BLAS) {
            BlasBindings library = blas.require();
            library.setThreads(1);
            library.multiply(dtype, 1, new Matrix(a, n, n, n), new Matrix(b, n, n, n), false, new Matrix(c, n, n, n));
        } else
            fortran.require().multiply(way.label(), dtype, a, b, c, n, n, n);
    }

    private static MemorySegment random(ArrayMemory memory, DType dtype, int n, long seed) {
        MemorySegment matrix = memory.allocate((long) n * n * dtype.itemsize());
        Random random = new Random(seed);
        for (long i = 0; i < (long) n * n; i++) {
            if (dtype == DType.FLOAT32)
                matrix.setAtIndex(ValueLayout.JAVA_FLOAT, i, random.nextFloat());
            else
                matrix.setAtIndex(ValueLayout.JAVA_DOUBLE, i, random.nextDouble());
        }
        return matrix;
    }

    private static double item(DType dtype, MemorySegment matrix, long at) {
        return dtype == DType.FLOAT32
                ? matrix.getAtIndex(ValueLayout.JAVA_FLOAT, at)
                : matrix.getAtIndex(ValueLayout.JAVA_DOUBLE, at);
    }

    /** Of 2000 items spread over the matrix, so that the check takes less than the product. */
    private static double error(DType dtype, MemorySegment a, MemorySegment b, MemorySegment c, int n) {
        long step = Math.max(1, (long) n * n / 2000 | 1);
        double worst = 0;
        double largest = 0;
        for (long at = 0; at < (long) n * n; at += step) {
            double sum = 0;
            for (int l = 0; l < n; l++)
                sum += item(dtype, a, at / n * n + l) * item(dtype, b, (long) l * n + at % n);
            double difference = Math.abs(item(dtype, c, at) - sum);
            worst = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(worst, difference);
            largest = Math.max(largest, Math.abs(sum));
        }
        return worst / largest;
    }
}
