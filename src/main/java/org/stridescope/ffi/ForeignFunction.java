package org.stridescope.ffi;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/** Functions that somebody else has compiled. Whether one keeps to its memory is its own affair: call it in a worker process. */
public final class ForeignFunction {
    private ForeignFunction() {}

    /** {@code void f(const double *x, const double *y, double *out, int64_t n, int64_t m, int64_t k, int32_t threads)} */
    @FunctionalInterface
    public interface Distances {
        void run(MemorySegment x, MemorySegment y, MemorySegment out, long n, long m, long k, int threads);
    }

    /** Loads the library and looks the function up; throws {@link NativeError} where there is no such function. */
    public static Distances distances(Path library, String symbol) {
        NativeLibrary found = NativeLibrary.openForeign(String.valueOf(library.getFileName()),
                List.of(library.toString()), symbol, "");
        if (!(found instanceof NativeLibrary.Loaded loaded))
            throw new NativeError(library + " cannot be loaded, or has no function " + symbol);
        MethodHandle function = loaded.function(symbol, FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG,
                JAVA_LONG, JAVA_LONG, JAVA_INT));
        return (x, y, out, n, m, k, threads) -> {
            try {
                function.invokeExact(x, y, out, n, m, k, threads);
            } catch (Throwable e) {
                throw new AssertionError("a downcall can't fail", e);
            }
        };
    }
}
