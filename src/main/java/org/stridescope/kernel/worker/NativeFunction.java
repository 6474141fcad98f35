package org.stridescope.kernel.worker;

import java.nio.file.Path;

/**
 * A function {@code void f(const double *x, const double *y, double *out, int64_t n, int64_t m, int64_t k, int32_t threads)}
 * in a shared library: x (n, k), y (m, k) and out (n, m), all in C order.
 */
public record NativeFunction(Path library, String symbol) {}
