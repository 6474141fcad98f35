// The distance matrix at the speed of the processor. What makes it fast, against plain.c:
//
// 1. Sums stay in registers. A block of rows by 2 vectors of columns is summed at once: 8 or 12 independent chains of
//    additions, so none waits for another, and each feature that is loaded is used several times. Squares take 6 rows; the
//    other metrics keep constants in registers besides, so they take 4: with 6 the 16 registers would not do, and what is
//    put aside into memory and fetched again in the innermost loop made it half as fast.
// 2. A vector holds neighbouring columns, not neighbouring features: no sum across lanes is ever needed.
// 3. Points are packed into panels (pack.h), so the loop reads forwards through memory, every byte of each line.
// 4. Features are taken in passes of at most 800, so that the panels in use stay in the second cache. Each pass more reads
//    the result again, which costs more than panels that do not fit the first.
// 5. The result is streamed past the caches where it will not be read again soon: otherwise every line would be read from
//    memory before it is overwritten. For few features (k <= 8) the stores are all that counts.
// 6. |x - y| takes three instructions to add up: subtract, drop the sign, add. But |x - y| = 2 max(x, y) - x - y, and the
//    sums of x and of y are known from packing: two instructions are left, the maximum and its addition. Where the sums
//    cancel (points near each other and far from 0; infinities and NaN too) digits would be lost. That is seen from the
//    result, and such a block is done again in the three steps.
//
// This file is compiled once for each width of vector register and for double and float; SUFFIX, VECTOR_BYTES and REAL come
// from CMakeLists.txt.
#include "distance.h"
#include "pack.h"
#include "vectors.h"

enum { MOST_ROWS = 6, COLUMNS = 2 * LANES, ROW_BLOCK = 60, FEW_FEATURES = 8 };

// Rows of a block, and of a panel of x.
INLINE int rows_of(const enum metric metric) { return metric == SQEUCLIDEAN || metric == EUCLIDEAN ? 6 : 4; }

// 1, but the compiler must not know: it would drop the multiplication
static const volatile REAL one_in_memory = 1;

// sum + value, by the multiply-add units: subtractions and maxima keep the adders busy.
INLINE vec join(vec value, vec sum, vec one) {
#if defined(__FMA__)
  return value * one + sum;
#else
  (void)one;
  return value + sum;
#endif
}

INLINE vec step(const enum metric metric, vec difference, vec sum, vec one) {
  switch (metric) {
  case CITYBLOCK: return join(magnitude(difference), sum, one);
  case CHEBYSHEV: return larger(magnitude(difference), sum);
  default: return difference * difference + sum;
  }
}

// Where a pass over some of the features stands: the first, the last, and whether its result is streamed.
struct pass {
  int first, last, streaming;
};

// Writes a block of sums, joined with what `out` holds from the passes before.
INLINE void finish(const enum metric metric, vec sum[MOST_ROWS][2], REAL *out, int64_t row_length, const struct pass pass) {
#pragma GCC unroll 6
  for (int r = 0; r < rows_of(metric); r++) {
#pragma GCC unroll 2
    for (int h = 0; h < 2; h++) {
      REAL *to = out + r * row_length + h * LANES;
      vec v = sum[r][h];
      if (!pass.first) v = metric == CHEBYSHEV ? larger(v, load(to)) : load(to) + v;
      if (pass.last && metric == EUCLIDEAN) v = root(v);
      if (pass.last && pass.streaming) stream(to, v);
      else store(to, v);
    }
  }
}

// Sums features of rows_of(metric) rows and 2 vectors of columns.
INLINE void block(const enum metric metric, const REAL *x, const REAL *y, int64_t features, REAL *out,
                  int64_t row_length, const struct pass pass) {
  const int rows = rows_of(metric);
  vec sum[MOST_ROWS][2] = {0};
  const vec one = all(one_in_memory);
  for (int64_t l = 0; l < features; l++) {
    const vec y0 = load(y + l * COLUMNS), y1 = load(y + l * COLUMNS + LANES);
#pragma GCC unroll 6
    for (int r = 0; r < rows; r++) {
      const vec xr = all(x[l * rows + r]);
      sum[r][0] = step(metric, xr - y0, sum[r][0], one);
      sum[r][1] = step(metric, xr - y1, sum[r][1], one);
    }
  }
  finish(metric, sum, out, row_length, pass);
}

// The sums of |x - y| by their maxima. 0, and nothing written, where more than three binary digits would be lost.
INLINE int block_by_maxima(const REAL *x, const REAL *y, int64_t features, REAL *out, int64_t row_length,
                           const struct pass pass) {
  const int rows = rows_of(CITYBLOCK);
  vec sum[MOST_ROWS][2] = {0};
  const vec one = all(one_in_memory);
  for (int64_t l = 0; l < features; l++) {
    const vec y0 = load(y + l * COLUMNS), y1 = load(y + l * COLUMNS + LANES);
#pragma GCC unroll 6
    for (int r = 0; r < rows; r++) {
      const vec xr = all(x[l * rows + r]);
      sum[r][0] = join(larger(xr, y0), sum[r][0], one);
      sum[r][1] = join(larger(xr, y1), sum[r][1], one);
    }
  }
  const REAL *x_sums = x + features * rows, *y_sums = y + features * COLUMNS;
  const vec eighth = all((REAL)0.125);
  bits good = ~(bits){0};
#pragma GCC unroll 6
  for (int r = 0; r < rows; r++) {
#pragma GCC unroll 2
    for (int h = 0; h < 2; h++) {
      sum[r][h] = sum[r][h] + sum[r][h] - (all(x_sums[r]) + load(y_sums + h * LANES));
      good &= sum[r][h] >= (all(x_sums[rows + r]) + load(y_sums + COLUMNS + h * LANES)) * eighth;
    }
  }
  if (!every(good)) return 0;
  finish(CITYBLOCK, sum, out, row_length, pass);
  return 1;
}

// A block that reaches over the edge of the result: computed aside, and the part inside moved over.
INLINE void edge(const enum metric metric, const REAL *x, const REAL *y, int64_t features, REAL *out,
                 int64_t row_length, struct pass pass, int64_t rows, int64_t columns) {
  REAL aside[MOST_ROWS * COLUMNS] = {0};
  for (int64_t r = 0; !pass.first && r < rows; r++)
    for (int64_t c = 0; c < columns; c++) aside[r * COLUMNS + c] = out[r * row_length + c];
  pass.streaming = 0;
  block(metric, x, y, features, aside, COLUMNS, pass);
  for (int64_t r = 0; r < rows; r++)
    for (int64_t c = 0; c < columns; c++) out[r * row_length + c] = aside[r * COLUMNS + c];
}

struct area {
  int64_t row, row_end, column, column_end;
};

INLINE int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }

// Panels of rows [i, i_end) along the columns of the tile, for the features from l on. Counts the blocks of which the
// maxima lost digits; after some of them the maxima are not tried any more.
INLINE int strip(const enum metric metric, const REAL *x_panels, const REAL *y_panels, int64_t rows_a_panel,
                 int64_t features, const struct result *result, struct area a, const struct pass pass, int lost) {
  enum { MOST_LOST = 16 };
  const int panel = rows_of(metric);
  for (int64_t c = a.column; c < a.column_end; c += COLUMNS) {
    const REAL *y = y_panels + c * rows_a_panel;
    for (int64_t r = a.row; r < a.row_end; r += panel) {
      const REAL *x = x_panels + r * rows_a_panel;
      REAL *out = (REAL *)result->items + r * result->m + c;
      if (r + panel > a.row_end || c + COLUMNS > a.column_end) {
        edge(metric, x, y, features, out, result->m, pass, least(panel, a.row_end - r), least(COLUMNS, a.column_end - c));
        continue;
      }
      if (metric == CITYBLOCK && lost < MOST_LOST) {
        if (block_by_maxima(x, y, features, out, result->m, pass)) continue;
        lost++;
      }
      block(metric, x, y, features, out, result->m, pass);
    }
  }
  return lost;
}

INLINE void many_features(const enum metric metric, const REAL *x_panels, const REAL *y_panels, int64_t k,
                          const struct result *result, struct area a, const int streaming) {
  const int64_t length = pass_length(k), rows_a_panel = panel_rows(k);
  int lost = 0;
  for (int64_t i = a.row; i < a.row_end; i += ROW_BLOCK) {
    const struct area rows = {i, least(i + ROW_BLOCK, a.row_end), a.column, a.column_end};
    int64_t l = 0, before = 0; // rows of the panel before this pass: features, and sums
    do {
      const int64_t features = least(length, k - l);
      const struct pass pass = {l == 0, l + features == k, streaming};
      lost = strip(metric, x_panels + before * rows_of(metric), y_panels + before * COLUMNS, rows_a_panel, features, result, rows,
                   pass, lost);
      l += features;
      before += features + SUMS;
    } while (l < k);
  }
}

// Two rows at a time, their features held in registers, along the whole width of the tile.
INLINE void two_rows(const enum metric metric, const REAL *x, const REAL *y, const int k, REAL *out,
                     int64_t row_length, int64_t panels, const int streaming) {
  const int panel = rows_of(metric);
  vec x0[FEW_FEATURES], x1[FEW_FEATURES];
  const vec one = all(1);
#pragma GCC unroll 8
  for (int l = 0; l < k; l++) x0[l] = all(x[l * panel]), x1[l] = all(x[l * panel + 1]);
  for (int64_t p = 0; p < panels; p++, y += (k + SUMS) * COLUMNS) {
    vec sum[2][2] = {0};
#pragma GCC unroll 8
    for (int l = 0; l < k; l++) {
      const vec y0 = load(y + l * COLUMNS), y1 = load(y + l * COLUMNS + LANES);
      sum[0][0] = step(metric, x0[l] - y0, sum[0][0], one);
      sum[0][1] = step(metric, x0[l] - y1, sum[0][1], one);
      sum[1][0] = step(metric, x1[l] - y0, sum[1][0], one);
      sum[1][1] = step(metric, x1[l] - y1, sum[1][1], one);
    }
#pragma GCC unroll 6
    for (int s = 0; s < 4; s++) {
      REAL *to = out + (s / 2) * row_length + p * COLUMNS + (s % 2) * LANES;
      const vec v = metric == EUCLIDEAN ? root(sum[s / 2][s % 2]) : sum[s / 2][s % 2];
      if (streaming) stream(to, v);
      else store(to, v);
    }
  }
}

typedef void tile_function(const REAL *x_panels, const REAL *y_panels, int64_t k, const struct result *result,
                           struct area area);

INLINE void few_features(const enum metric metric, const REAL *x_panels, const REAL *y_panels, const int k,
                         const struct result *result, struct area a, const int streaming, tile_function *edges) {
  const int64_t m = result->m, panels = (a.column_end - a.column) / COLUMNS, rows_a_panel = k + SUMS;
  const int panel = rows_of(metric);
  const int64_t whole = a.row + (a.row_end - a.row) / panel * panel, tail = a.column + panels * COLUMNS;
  for (int64_t r = a.row; r < whole; r += 2) {
    const REAL *x = x_panels + r / panel * panel * rows_a_panel + r % panel;
    REAL *out = (REAL *)result->items + r * m + a.column;
    two_rows(metric, x, y_panels + a.column * rows_a_panel, k, out, m, panels, streaming);
  }
  if (tail < a.column_end) edges(x_panels, y_panels, k, result, (struct area){a.row, whole, tail, a.column_end});
  if (whole < a.row_end) edges(x_panels, y_panels, k, result, (struct area){whole, a.row_end, a.column, a.column_end});
}

#define FEW(K, METRIC, STREAMING)                                                                                      \
  case K: few_features(METRIC, x, y, K, result, area, STREAMING, many); break;
#define TILE(NAME, MANY, METRIC, STREAMING)                                                                            \
  static void MANY(const REAL *x, const REAL *y, int64_t k, const struct result *result, struct area area) {           \
    many_features(METRIC, x, y, k, result, area, STREAMING);                                                           \
  }                                                                                                                    \
  static void NAME(const REAL *x, const REAL *y, int64_t k, const struct result *result, struct area area) {           \
    tile_function *const many = MANY;                                                                                  \
    switch (k) {                                                                                                       \
      FEW(1, METRIC, STREAMING) FEW(2, METRIC, STREAMING) FEW(3, METRIC, STREAMING) FEW(4, METRIC, STREAMING)          \
      FEW(5, METRIC, STREAMING) FEW(6, METRIC, STREAMING) FEW(7, METRIC, STREAMING) FEW(8, METRIC, STREAMING)          \
    default: many(x, y, k, result, area);                                                                              \
    }                                                                                                                  \
  }
#define TILES(NAME, METRIC)                                                                                            \
  TILE(NAME, NAME##_many, METRIC, 0)                                                                                   \
  TILE(NAME##_streaming, NAME##_many_streaming, METRIC, 1)
TILES(cityblock, CITYBLOCK)
TILES(sqeuclidean, SQEUCLIDEAN)
TILES(euclidean, EUCLIDEAN)
TILES(chebyshev, CHEBYSHEV)

static tile_function *const functions[4][2] = {{cityblock, cityblock_streaming},
                                               {sqeuclidean, sqeuclidean_streaming},
                                               {euclidean, euclidean_streaming},
                                               {chebyshev, chebyshev_streaming}};

static void tiles(enum metric metric, const void *x_panels, const void *y_panels, int64_t k,
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
static int x_panel(enum metric metric) { return rows_of(metric); }

const struct width NAMED(width_, SUFFIX) = {NAME_OF(SUFFIX), x_panel, COLUMNS, tiles, pack};
