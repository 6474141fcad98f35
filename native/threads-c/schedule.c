// Which thread gets which tile: a plain cityblock kernel over the tiles of a matrix, shared out as OpenMP is told to.
//
// static   the tiles are dealt out before the loop begins, `chunk` at a time in turn: no talking, but whoever has the
//          heavy tiles is waited for.
// dynamic  a thread that is free takes the next `chunk` tiles: even work for all, at the price of one shared counter.
// guided   as dynamic, but the first helpings are large and shrink towards the end: fewer helpings than dynamic.
//
// With `triangle` only pairs i < j are computed, as pdist does: tiles above the diagonal are full, those below are empty.
#include "threads.h"
#include <math.h>
#include <omp.h>

static void tile(const double *x, double *out, int64_t n, int64_t k, int64_t row, int64_t row_end, int64_t column,
                 int64_t column_end, int triangle) {
  for (int64_t i = row; i < row_end; i++) {
    for (int64_t j = triangle && column <= i ? i + 1 : column; j < column_end; j++) {
      double sum = 0;
      for (int64_t l = 0; l < k; l++) sum += fabs(x[i * k + l] - x[j * k + l]);
      out[i * n + j] = sum;
    }
  }
}

// Distances within x (n, k) into out (n, n), in tiles of `side` by `side`; `log` gets four numbers a tile, in the order of
// the tiles: start and end in ns, OpenMP's number of the thread, the system's number of it.
EXPORT void stridescope_threads_schedule(const double *x, int64_t n, int64_t k, double *out, int64_t side,
                                         int32_t triangle, int32_t schedule, int32_t chunk, int32_t threads,
                                         int64_t *log) {
  const omp_sched_t kinds[] = {omp_sched_static, omp_sched_dynamic, omp_sched_guided};
  const int64_t across = (n + side - 1) / side;
#pragma omp parallel num_threads(threads)
  {
    omp_set_schedule(kinds[schedule], chunk); // a chunk of 0: OpenMP's own choice
    const int64_t number = omp_get_thread_num(), system = system_thread();
#pragma omp barrier
#pragma omp for schedule(runtime)
    for (int64_t t = 0; t < across * across; t++) {
      int64_t *entry = log + 4 * t;
      entry[0] = clock_nanos();
      const int64_t row = t / across * side, column = t % across * side;
      tile(x, out, n, k, row, row + side < n ? row + side : n, column, column + side < n ? column + side : n, triangle);
      entry[1] = clock_nanos();
      entry[2] = number;
      entry[3] = system;
    }
  }
}
