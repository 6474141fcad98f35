package org.stridescope.ffi;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.DType;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

/**
 * The matrix product of a BLAS, by C's interface. Sizes are checked against the segments before every call. The number of
 * threads is the library's, one for the whole process, and only OpenBLAS lets it be set.
 */
public final class BlasBindings {
    private static final int ROW_MAJOR = 101;
    private static final int NO_TRANSPOSE = 111;
    private static final int TRANSPOSE = 112;

    private final MethodHandle dgemm;
    private final MethodHandle sgemm;
    private final @Nullable MethodHandle setThreads;
    private final @Nullable MethodHandle threads;
    private final String version;

    /** Looks the functions up. */
    public BlasBindings(NativeLibrary.Loaded library) {
        dgemm = library.function("cblas_dgemm",
                FunctionDescriptor.ofVoid(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_DOUBLE,
                        ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_DOUBLE, ADDRESS, JAVA_INT));
        sgemm = library.function("cblas_sgemm", FunctionDescriptor.ofVoid(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT,
                JAVA_INT, JAVA_INT, JAVA_FLOAT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_FLOAT, ADDRESS, JAVA_INT));
        setThreads = optional(library, "openblas_set_num_threads", FunctionDescriptor.ofVoid(JAVA_INT));
        threads = optional(library, "openblas_get_num_threads", FunctionDescriptor.of(JAVA_INT));
        version = config(library).orElse(String.valueOf(library.path().getFileName())) + ", " + library.path();
    }

    private static @Nullable MethodHandle optional(NativeLibrary.Loaded library, String symbol,
            FunctionDescriptor type) {
        return library.symbols().find(symbol).isPresent() ? library.function(symbol, type) : null;
    }

    private static Optional<String> config(NativeLibrary.Loaded library) {
        MethodHandle config = optional(library, "openblas_get_config", FunctionDescriptor.of(ADDRESS));
        if (config == null)
            return Optional.empty();
        try {
            MemorySegment text = (MemorySegment) config.invokeExact();
            return Optional.of(text.reinterpret(1024).getString(0).strip());
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    /** What it says of itself, and its file: OpenBLAS 0.3.31 DYNAMIC_ARCH ..., libopenblas.so.0. */
    public String version() {
        return version;
    }

    /** Whether {@link #setThreads} has an effect. */
    public boolean setsThreads() {
        return setThreads != null;
    }

    /** Tells the library, for the whole process, with how many threads each of its calls may run. */
    public void setThreads(int count) {
        require(count > 0, "threads must be positive");
        if (setThreads == null)
            return;
        try {
            setThreads.invokeExact(count);
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    /** Threads of each call; 1 where the library does not say. */
    public int threads() {
        if (threads == null)
            return 1;
        try {
            return (int) threads.invokeExact();
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    /** A matrix in C order, its rows {@code rowItems} items apart, from the segment's first item on. */
    public record Matrix(MemorySegment items, int rows, int columns, int rowItems) {
        private void require(DType dtype, String name) {
            BlasBindings.require(rows >= 0 && columns >= 0 && rowItems >= Math.max(1, columns),
                    name + " has no such shape");
            long last = rows == 0 ? 0 : (long) (rows - 1) * rowItems + columns;
            BlasBindings.require(items.isNative() && items.byteSize() >= last * dtype.itemsize(),
                    name + " holds fewer than " + last + " items");
        }
    }

    /** c = alpha a b, or alpha a bT with {@code transposed}; what c holds before is not read. */
    public void multiply(DType dtype, double alpha, Matrix a, Matrix b, boolean transposed, Matrix c) {
        multiply(dtype, alpha, a, b, transposed, 0, c);
    }

    /** c = beta c + alpha a b, or alpha a bT with {@code transposed}; with a beta of 0 c is not read. */
    public void multiply(DType dtype, double alpha, Matrix a, Matrix b, boolean transposed, double beta, Matrix c) {
        require(dtype == DType.FLOAT64 || dtype == DType.FLOAT32, "a BLAS has no product of " + dtype.pythonName());
        a.require(dtype, "a");
        b.require(dtype, "b");
        c.require(dtype, "c");
        int inner = transposed ? b.columns : b.rows;
        int across = transposed ? b.rows : b.columns;
        require(a.columns == inner && c.rows == a.rows && c.columns == across, "the shapes do not fit");
        if (c.rows == 0 || c.columns == 0)
            return;
        int order = transposed ? TRANSPOSE : NO_TRANSPOSE;
        try {
            if (dtype == DType.FLOAT64) {
                dgemm.invokeExact(ROW_MAJOR, NO_TRANSPOSE, order, c.rows, c.columns, inner, alpha, a.items, a.rowItems,
                        b.items, b.rowItems, beta, c.items, c.rowItems);
            } else {
                sgemm.invokeExact(ROW_MAJOR, NO_TRANSPOSE, order, c.rows, c.columns, inner, (float) alpha, a.items,
                        a.rowItems, b.items, b.rowItems, (float) beta, c.items, c.rowItems);
            }
        } catch (Throwable e) {
            throw new AssertionError("a downcall can't fail", e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds)
            throw new IllegalArgumentException(otherwise);
    }
}
