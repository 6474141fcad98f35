// What the parts of this library know of each other, and what Java calls.
#pragma once
#include <stdint.h>

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

// as org.stridescope.kernel.Metric numbers them
enum metric { CITYBLOCK, SQEUCLIDEAN, EUCLIDEAN, CHEBYSHEV };

// Points packed for tiles.c: panels of `width` points, feature by feature, in passes of PASS features or fewer, so that what
// a pass reads stays in the second cache. After the features of a pass stand two more rows: their sums, and the sums of
// their magnitudes. A last panel that is not full holds zeros. [panel][pass][feature, then the two sums][point]
enum { PASS = 800, SUMS = 2 };

static inline int64_t passes(int64_t k) { return k > PASS ? (k + PASS - 1) / PASS : 1; }
static inline int64_t pass_length(int64_t k) { return (k + passes(k) - 1) / passes(k); }
static inline int64_t panel_rows(int64_t k) { return k + SUMS * passes(k); }

// The result (n, m), C order, and how it is cut: tiles of (tile_rows, tile_columns), numbered row by row.
struct result {
  void *items;
  int64_t n, m;
  int64_t tile_rows, tile_columns;
  int streaming; // whether to write past the caches
};

// The tiles [first, last); `log` gets three numbers a tile: start and end in ns, and who did it.
typedef void tiles_function(enum metric metric, const void *x_panels, const void *y_panels, int64_t k,
                            const struct result *result, int64_t first, int64_t last, int threads, int64_t *log);

typedef void pack_function(const char *points, int64_t rows, int64_t k, int64_t row_stride, int64_t feature_stride,
                           int64_t width, void *panels, int threads);

// One compiled width of vector register, for double or float.
struct width {
  const char *name;
  int (*x_panel)(enum metric metric); // rows of a panel of x
  int y_panel;
  tiles_function *tiles;
  pack_function *pack;
};

int64_t clock_nanos(void);

// The calling thread's number in the eyes of the operating system (its tid); 0 where that is not to be had.
int64_t system_thread(void);
