// Points of any strides into panels (see distance.h): one pass, so that the hot loops of tiles.c read memory in the
// order in which it lies, whatever view they were given.
#pragma once
#include "distance.h"
#include "vectors.h"
#include <float.h>
#include <string.h>

// Magnitudes above this might overflow as they are added up: their sum is said to be NaN, which compares with nothing.
#if REAL_BYTES == 8
#define LARGE (DBL_MAX / 8)
#else
#define LARGE (FLT_MAX / 8)
#endif

static void pack_panel(const char *points, int64_t rows, int64_t k, int64_t row_stride, int64_t feature_stride,
                       int64_t width, REAL *to) {
  const int64_t length = pass_length(k);
  memset(to, 0, sizeof(REAL) * panel_rows(k) * width);
  for (int64_t r = 0; r < rows; r++) {
    const char *from = points + r * row_stride;
    REAL *at = to + r;
    int64_t l = 0;
    do {
      const int64_t end = l + length < k ? l + length : k;
      REAL sum = 0, magnitudes = 0;
      for (; l < end; l++, at += width) {
        memcpy(at, from + l * feature_stride, sizeof(REAL)); // a view may be unaligned
        sum += *at;
        magnitudes += *at < 0 ? -*at : *at;
      }
      at[0] = sum;
      at[width] = magnitudes < LARGE ? magnitudes : (REAL)NAN;
      at += SUMS * width;
    } while (l < k);
  }
}

static void pack(const char *points, int64_t rows, int64_t k, int64_t row_stride, int64_t feature_stride, int64_t width,
                 void *panels, int threads) {
  const int64_t count = (rows + width - 1) / width;
  // below a millisecond of copying, waking the team and waiting for it costs more than it saves
#pragma omp parallel for num_threads(threads) schedule(static) if (rows * k > 1 << 20)
  for (int64_t p = 0; p < count; p++) {
    const int64_t row = p * width;
    pack_panel(points + row * row_stride, row + width < rows ? width : rows - row, k, row_stride, feature_stride, width,
               (REAL *)panels + row * panel_rows(k));
  }
}
