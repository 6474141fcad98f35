// The distance matrix at the speed of the processor. What makes it fast, against plain.c:
//
// 1. Sums stay in registers. A block of 4 rows by 2 vectors of columns is summed at once: 8 independent chains of
//    additions, so none waits for another, and each feature that is loaded is used 4 or 8 times.
// 2. A vector holds neighbouring columns, not neighbouring features: no sum across lanes is ever needed.
// 3. Points are packed into panels (pack.c), so the loop reads forwards through memory, every byte of each line.
// 4. Features are taken in blocks of about 256, so that the panels in use stay in the first two caches.
// 5. Of two sums of |d|, one is added by the adder, the other by the multiply-add unit as |d| * 1 + sum, which the
//    subtractions leave free.
// 6. Few features (k <= 8): the time goes into writing the result, not into the sums. The result is streamed past the
//    caches, where it will not be read again soon; otherwise every line would be read before it is overwritten.
//
// This file is compiled once for each width of vector register; SUFFIX and VECTOR_BYTES come from CMakeLists.txt.
#include "distance.h"
#include "vectors.h"

enum { ROWS = 4, COLUMNS = 2 * LANES, ROW_BLOCK = 64, FEATURE_BLOCK = 320, FEW_FEATURES = 8 };

// 1, but the compiler must not know: it would drop the multiplication that sends work to the other unit
static const volatile double one_in_memory = 1;

INLINE vec step(const enum metric metric, vec difference, vec sum, vec one, const int half) {
  switch (metric) {
  case CITYBLOCK:
#if defined(__FMA__)
    if (half == 0) return magnitude(difference) * one + sum;
#else
    (void)one, (void)half;
#endif
    return sum + magnitude(difference);
  case CHEBYSHEV: return larger(magnitude(difference), sum);
  default: return difference * difference + sum;
  }
}

// Adds features of 4 rows and 2 vectors of columns to what `out` holds (from the blocks of features before).
INLINE void block(const enum metric metric, const double *x, const double *y, int64_t features, double *out,
                  int64_t row_length, int first, int last) {
  vec sum[ROWS][2] = {0};
  const vec one = one_in_memory - (vec){0};
  for (int64_t l = 0; l < features; l++) {
    const vec y0 = load(y + l * COLUMNS), y1 = load(y + l * COLUMNS + LANES);
#pragma GCC unroll 4
    for (int r = 0; r < ROWS; r++) {
      const vec xr = x[l * ROWS + r] - (vec){0};
      sum[r][0] = step(metric, xr - y0, sum[r][0], one, 0);
      sum[r][1] = step(metric, xr - y1, sum[r][1], one, 1);
    }
  }
#pragma GCC unroll 4
  for (int r = 0; r < ROWS; r++) {
#pragma GCC unroll 2
    for (int h = 0; h < 2; h++) {
      double *to = out + r * row_length + h * LANES;
      vec v = sum[r][h];
      if (!first) v = metric == CHEBYSHEV ? larger(v, load(to)) : load(to) + v;
      if (last && metric == EUCLIDEAN) v = root(v);
      store(to, v);
    }
  }
}

// A block that reaches over the edge of the result: computed aside, and the part inside moved over.
INLINE void edge(const enum metric metric, const double *x, const double *y, int64_t features, double *out,
                 int64_t row_length, int first, int last, int64_t rows, int64_t columns) {
  double aside[ROWS * COLUMNS] = {0};
  for (int64_t r = 0; !first && r < rows; r++)
    for (int64_t c = 0; c < columns; c++) aside[r * COLUMNS + c] = out[r * row_length + c];
  block(metric, x, y, features, aside, COLUMNS, first, last);
  for (int64_t r = 0; r < rows; r++)
    for (int64_t c = 0; c < columns; c++) out[r * row_length + c] = aside[r * COLUMNS + c];
}

struct area {
  int64_t row, row_end, column, column_end;
};

INLINE int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }

// Panel p of x starts at x_panels + p * ROWS * k: row r, a multiple of ROWS, at x_panels + r * k. So for y.
INLINE void many_features(const enum metric metric, const double *x_panels, const double *y_panels, int64_t k,
                          const struct result *result, struct area a) {
  const int64_t blocks = (k + FEATURE_BLOCK - 1) / FEATURE_BLOCK, m = result->m;
  const int64_t length = blocks > 1 ? (k + blocks - 1) / blocks : k;
  for (int64_t i = a.row; i < a.row_end; i += ROW_BLOCK) {
    const int64_t i_end = least(i + ROW_BLOCK, a.row_end);
    int64_t l = 0;
    do {
      const int64_t features = least(length, k - l);
      const int first = l == 0, last = l + features == k;
      for (int64_t c = a.column; c < a.column_end; c += COLUMNS) {
        const double *y = y_panels + c * k + l * COLUMNS;
        for (int64_t r = i; r < i_end; r += ROWS) {
          const double *x = x_panels + r * k + l * ROWS;
          double *out = result->items + r * m + c;
          if (r + ROWS <= i_end && c + COLUMNS <= a.column_end)
            block(metric, x, y, features, out, m, first, last);
          else
            edge(metric, x, y, features, out, m, first, last, least(ROWS, i_end - r), least(COLUMNS, a.column_end - c));
        }
      }
      l += features;
    } while (l < k);
  }
}

// Two rows at a time, their features held in registers, along the whole width of the tile.
INLINE void two_rows(const enum metric metric, const double *x, const double *y, const int k, double *out,
                     int64_t row_length, int64_t panels, const int streaming) {
  vec x0[FEW_FEATURES], x1[FEW_FEATURES];
#pragma GCC unroll 8
  for (int l = 0; l < k; l++) x0[l] = x[l * ROWS] - (vec){0}, x1[l] = x[l * ROWS + 1] - (vec){0};
  for (int64_t p = 0; p < panels; p++, y += k * COLUMNS) {
    vec sum[2][2] = {0};
#pragma GCC unroll 8
    for (int l = 0; l < k; l++) {
      const vec y0 = load(y + l * COLUMNS), y1 = load(y + l * COLUMNS + LANES), none = {0};
      sum[0][0] = step(metric, x0[l] - y0, sum[0][0], none, 1);
      sum[0][1] = step(metric, x0[l] - y1, sum[0][1], none, 1);
      sum[1][0] = step(metric, x1[l] - y0, sum[1][0], none, 1);
      sum[1][1] = step(metric, x1[l] - y1, sum[1][1], none, 1);
    }
#pragma GCC unroll 4
    for (int s = 0; s < 4; s++) {
      double *to = out + (s / 2) * row_length + p * COLUMNS + (s % 2) * LANES;
      const vec v = metric == EUCLIDEAN ? root(sum[s / 2][s % 2]) : sum[s / 2][s % 2];
      if (streaming) stream(to, v);
      else store(to, v);
    }
  }
}

typedef void tile_function(const double *x_panels, const double *y_panels, int64_t k, const struct result *result,
                           struct area area);

INLINE void few_features(const enum metric metric, const double *x_panels, const double *y_panels, const int k,
                         const struct result *result, struct area a, const int streaming, tile_function *edges) {
  const int64_t m = result->m, panels = (a.column_end - a.column) / COLUMNS;
  const int64_t whole = a.row + (a.row_end - a.row) / ROWS * ROWS, tail = a.column + panels * COLUMNS;
  for (int64_t r = a.row; r < whole; r += 2) {
    const double *x = x_panels + r / ROWS * ROWS * k + r % ROWS;
    two_rows(metric, x, y_panels + a.column * k, k, result->items + r * m + a.column, m, panels, streaming);
  }
  if (tail < a.column_end)
    edges(x_panels, y_panels, k, result, (struct area){a.row, whole, tail, a.column_end});
  if (whole < a.row_end)
    edges(x_panels, y_panels, k, result, (struct area){whole, a.row_end, a.column, a.column_end});
}

#define FEW(K, METRIC, STREAMING)                                                                                      \
  case K: few_features(METRIC, x, y, K, result, area, STREAMING, many); break;
#define TILE(NAME, MANY, METRIC, STREAMING)                                                                            \
  static void NAME(const double *x, const double *y, int64_t k, const struct result *result, struct area area) {      \
    tile_function *const many = MANY;                                                                                  \
    switch (k) {                                                                                                       \
      FEW(1, METRIC, STREAMING) FEW(2, METRIC, STREAMING) FEW(3, METRIC, STREAMING) FEW(4, METRIC, STREAMING)          \
      FEW(5, METRIC, STREAMING) FEW(6, METRIC, STREAMING) FEW(7, METRIC, STREAMING) FEW(8, METRIC, STREAMING)          \
    default: many(x, y, k, result, area);                                                                              \
    }                                                                                                                  \
  }
#define TILES(NAME, METRIC)                                                                                            \
  static void NAME##_many(const double *x, const double *y, int64_t k, const struct result *result, struct area area) \
  {                                                                                                                    \
    many_features(METRIC, x, y, k, result, area);                                                                      \
  }                                                                                                                    \
  TILE(NAME, NAME##_many, METRIC, 0)                                                                                   \
  TILE(NAME##_streaming, NAME##_many, METRIC, 1)
TILES(cityblock, CITYBLOCK)
TILES(sqeuclidean, SQEUCLIDEAN)
TILES(euclidean, EUCLIDEAN)
TILES(chebyshev, CHEBYSHEV)

static tile_function *const functions[4][2] = {{cityblock, cityblock_streaming},
                                               {sqeuclidean, sqeuclidean_streaming},
                                               {euclidean, euclidean_streaming},
                                               {chebyshev, chebyshev_streaming}};

static void tiles(enum metric metric, const double *x_panels, const double *y_panels, int64_t k,
                  const struct result *result, int64_t first, int64_t last, int threads, int64_t *log) {
  const int64_t across = (result->m + result->tile_columns - 1) / result->tile_columns;
  // a streamed store needs whole aligned vectors in every row
  const int aligned = (uintptr_t)result->items % VECTOR_BYTES == 0 && result->m % LANES == 0;
  tile_function *const compute = functions[metric][result->streaming && aligned];
#pragma omp parallel num_threads(threads)
  {
    const int64_t thread = system_thread();
#pragma omp for schedule(dynamic)
    for (int64_t t = first; t < last; t++) {
      int64_t *entry = log + (t - first) * 3;
      entry[0] = clock_nanos();
      const int64_t row = t / across * result->tile_rows, column = t % across * result->tile_columns;
      const struct area area = {row, least(row + result->tile_rows, result->n), column,
                                least(column + result->tile_columns, result->m)};
      compute(x_panels, y_panels, k, result, area);
      stream_end();
      entry[1] = clock_nanos();
      entry[2] = thread;
    }
  }
}

#define JOIN(A, B) A##B
#define NAMED(A, B) JOIN(A, B)
#define TEXT(A) #A
#define NAME_OF(A) TEXT(A)
const struct width NAMED(width_, SUFFIX) = {NAME_OF(SUFFIX), ROWS, COLUMNS, tiles};
