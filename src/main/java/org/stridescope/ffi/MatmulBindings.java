package org.stridescope.ffi;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.Map;

import org.stridescope.array.DType;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/** The procedures of {@code native/exercise-fortran}. Sizes are checked before every call. */
public final class MatmulBindings {
    private static final int ABI = 1;

    private final Map<String, MethodHandle> procedures = new HashMap<>();

    /** Looks all procedures up; a library of another version is an error. */
    public MatmulBindings(NativeLibrary.Loaded library) {
        library.requireVersion("stridescope_exercise_abi", ABI);
        for (String way : new String[]{"plain", "reordered", "blocked", "intrinsic"}) {
            for (String kind : new String[]{"f64", "f32"}) {
                procedures.put(way + kind, library.function("stridescope_matmul_" + way + "_" + kind,
                        FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG, JAVA_LONG)));
            }
        }
    }

    /** c (n, m) = a (n, k) b (k, m), all in C order: Fortran sees them transposed and computes cT = bT aT. */
    public void multiply(String way, DType dtype, MemorySegment a, MemorySegment b, MemorySegment c, long n, long m,
            long k) {
        MethodHandle procedure = procedures.get(way + (dtype == DType.FLOAT32 ? "f32" : "f64"));
        if (procedure == null || dtype != DType.FLOAT32 && dtype != DType.FLOAT64)
            throw new IllegalArgumentException("no procedure " + way + " for " + dtype.pythonName());
        require(a, dtype, Math.multiplyExact(n, k), "a");
        require(b, dtype, Math.multiplyExact(k, m), "b");
        require(c, dtype, Math.multiplyExact(n, m), "c");
        try {
            procedure.invokeExact(b, a, c, m, n, k);
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    private static void require(MemorySegment segment, DType dtype, long items, String name) {
        if (!segment.isNative() || segment.byteSize() < Math.multiplyExact(items, (long) dtype.itemsize()))
            throw new IllegalArgumentException(name + " holds fewer than " + items + " items");
    }
}
