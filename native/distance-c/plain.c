// The distance matrix as the course writes it: three loops and one OpenMP pragma.
//
// The pragma shares the rows out among the threads; each thread writes rows of its own, so nothing needs a lock.
// The innermost loop adds k numbers one after the other: every addition waits for the one before it (3 or 4 clock
// ticks), so the processor's vector units stay idle however hard the compiler tries. tiles.c mends that.
//
// The build compiles this file twice: REAL is double, and float.
#include "distance.h"
#include <tgmath.h>

#define DISTANCE(NAME, STEP, RESULT)                                                                                   \
  static void NAME(const REAL *x, const REAL *y, REAL *out, int64_t m, int64_t k, int64_t row, int64_t row_end,        \
                   int64_t column, int64_t column_end, int threads) {                                                  \
    _Pragma("omp parallel for num_threads(threads) schedule(static)") for (int64_t i = row; i < row_end; i++) {        \
      for (int64_t j = column; j < column_end; j++) {                                                                  \
        REAL sum = 0;                                                                                                  \
        for (int64_t l = 0; l < k; l++) {                                                                              \
          REAL d = x[i * k + l] - y[j * k + l];                                                                        \
          STEP;                                                                                                        \
        }                                                                                                              \
        out[i * m + j] = RESULT;                                                                                       \
      }                                                                                                                \
    }                                                                                                                  \
  }

DISTANCE(cityblock, sum += fabs(d), sum)
DISTANCE(sqeuclidean, sum += d * d, sum)
DISTANCE(euclidean, sum += d * d, sqrt(sum))
DISTANCE(chebyshev, sum = fabs(d) > sum ? fabs(d) : sum, sum)

#define JOIN(A, B) A##B
#define NAMED(A, B) JOIN(A, B)

// x (n, k), y (m, k) and out (n, m) in C order; computes rows [row, row_end) of columns [column, column_end).
// stridescope_c_plain_f64 and stridescope_c_plain_f32.
EXPORT void NAMED(stridescope_c_plain_, SUFFIX)(int32_t metric, const REAL *x, const REAL *y, REAL *out, int64_t m,
                                                int64_t k, int64_t row, int64_t row_end, int64_t column,
                                                int64_t column_end, int32_t threads) {
  switch (metric) {
  case CITYBLOCK: cityblock(x, y, out, m, k, row, row_end, column, column_end, threads); break;
  case SQEUCLIDEAN: sqeuclidean(x, y, out, m, k, row, row_end, column, column_end, threads); break;
  case EUCLIDEAN: euclidean(x, y, out, m, k, row, row_end, column, column_end, threads); break;
  case CHEBYSHEV: chebyshev(x, y, out, m, k, row, row_end, column, column_end, threads); break;
  }
}
