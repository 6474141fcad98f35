// Points of any strides into panels (see distance.h): one pass, so that the hot loops of tiles.c read memory in the
// order in which it lies, whatever view they were given.
#include "distance.h"
#include <string.h>

EXPORT void stridescope_c_pack(const char *points, int64_t rows, int64_t k, int64_t row_stride, int64_t feature_stride,
                               int64_t width, double *panels, int32_t threads) {
  int64_t count = (rows + width - 1) / width;
  // below a millisecond of copying, waking the team and waiting for it costs more than it saves
#pragma omp parallel for num_threads(threads) schedule(static) if (rows * k > 1 << 20)
  for (int64_t p = 0; p < count; p++) {
    double *to = panels + p * k * width;
    for (int64_t r = 0; r < width; r++) {
      int64_t row = p * width + r;
      const char *from = points + row * row_stride;
      for (int64_t l = 0; l < k; l++) {
        double value = 0;
        if (row < rows) memcpy(&value, from + l * feature_stride, sizeof value); // a view may be unaligned
        to[l * width + r] = value;
      }
    }
  }
}
