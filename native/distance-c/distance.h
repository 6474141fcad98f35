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

// Points packed for tiles.c: panels of `width` points, feature by feature: [panel][feature][point of the panel].
// A last panel that is not full holds zeros.

// The result (n, m), C order, and how it is cut: tiles of (tile_rows, tile_columns), numbered row by row.
struct result {
  double *items;
  int64_t n, m;
  int64_t tile_rows, tile_columns;
  int streaming; // whether to write past the caches
};

// One pass over the tiles [first, last); `log` gets three numbers a tile: start and end in ns, and who did it.
typedef void tiles_function(enum metric metric, const double *x_panels, const double *y_panels, int64_t k,
                            const struct result *result, int64_t first, int64_t last, int threads, int64_t *log);

// One compiled width of tiles.c.
struct width {
  const char *name;
  int x_panel, y_panel;
  tiles_function *tiles;
};

int64_t clock_nanos(void);

// The calling thread's number in the eyes of the operating system (its tid); 0 where that is not to be had.
int64_t system_thread(void);
