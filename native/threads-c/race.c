// A race: the loop over the features is shared out, so every thread adds to every item of the result.
// `out[...] += ...` reads, adds and writes; when two threads read the same old value, one of the two additions is lost.
// How many are lost depends on who was when where: another number each time.
#include "threads.h"
#include <math.h>

// Wrong: the reduction clause is left out.
EXPORT void stridescope_race(const double *x, const double *y, double *out, int64_t n, int64_t m, int64_t k,
                             int32_t threads) {
#pragma omp parallel for num_threads(threads) schedule(static, 1)
  for (int64_t l = 0; l < k; l++)
    for (int64_t i = 0; i < n; i++)
      for (int64_t j = 0; j < m; j++) out[i * m + j] += fabs(x[i * k + l] - y[j * k + l]);
}

// Right: each thread adds to a copy of its own, and the copies are added up at the end. The copies stand on the threads'
// stacks, so n m is limited.
EXPORT void stridescope_race_mended(const double *x, const double *y, double *out, int64_t n, int64_t m, int64_t k,
                                    int32_t threads) {
#pragma omp parallel for num_threads(threads) schedule(static, 1) reduction(+ : out[:n * m])
  for (int64_t l = 0; l < k; l++)
    for (int64_t i = 0; i < n; i++)
      for (int64_t j = 0; j < m; j++) out[i * m + j] += fabs(x[i * k + l] - y[j * k + l]);
}
