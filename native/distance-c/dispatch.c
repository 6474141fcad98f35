// Picks the widest vectors of this processor, once, and is the door that Java knocks at.
#include "limits.h"
#include <time.h>
#if defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>
#endif

#define WIDTH(NAME)                                                                                                    \
  extern const struct width width_##NAME##_f64, width_##NAME##_f32;                                                    \
  extern const struct limits limits_##NAME##_f64, limits_##NAME##_f32;
WIDTH(base)
#if defined(__x86_64__) || defined(_M_X64)
WIDTH(avx2)
#ifdef HAVE_AVX512
WIDTH(avx512)
#endif
#endif

// What is compiled for one width: double first, float second, as Java numbers them.
struct choice {
  const char *name;
  const struct width *widths[2];
  const struct limits *limits[2];
};
#define CHOOSE(NAME)                                                                                                   \
  ((struct choice){#NAME, {&width_##NAME##_f64, &width_##NAME##_f32}, {&limits_##NAME##_f64, &limits_##NAME##_f32}})

static struct choice choice(void) {
#if defined(__x86_64__) || defined(_M_X64)
  __builtin_cpu_init();
#ifdef HAVE_AVX512
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
    return CHOOSE(avx512);
#endif
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return CHOOSE(avx2);
#endif
  return CHOOSE(base);
}

static const struct width *widest(int32_t single) { return choice().widths[single != 0]; }

int64_t clock_nanos(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

int64_t system_thread(void) {
#if defined(__linux__)
  return (int64_t)syscall(SYS_gettid);
#else
  return 0;
#endif
}

// raised whenever a function below changes its arguments or its meaning
EXPORT int32_t stridescope_c_abi(void) { return 6; }

// The vectors chosen for this processor. In all that follows `single` is 1 for float, 0 for double.
EXPORT const char *stridescope_c_width(void) { return choice().name; }
EXPORT int32_t stridescope_c_x_panel(int32_t single, int32_t metric) {
  return widest(single)->x_panel((enum metric)metric);
}
EXPORT int32_t stridescope_c_y_panel(int32_t single) { return widest(single)->y_panel; }
// Rows of a panel of points with k features.
EXPORT int64_t stridescope_c_panel_rows(int64_t k) { return panel_rows(k); }
EXPORT int64_t stridescope_c_nanos(void) { return clock_nanos(); }

EXPORT void stridescope_c_pack(int32_t single, const char *points, int64_t rows, int64_t k, int64_t row_stride,
                               int64_t feature_stride, int64_t width, void *panels, int32_t threads) {
  widest(single)->pack(points, rows, k, row_stride, feature_stride, width, panels, threads);
}

EXPORT void stridescope_c_tiles(int32_t single, int32_t metric, const void *x_panels, const void *y_panels, void *out,
                                int64_t n, int64_t m, int64_t k, int64_t tile_rows, int64_t tile_columns, int64_t first,
                                int64_t last, int32_t threads, int32_t streaming, int64_t *log) {
  struct result result = {out, n, m, tile_rows, tile_columns, streaming};
  widest(single)->tiles((enum metric)metric, x_panels, y_panels, k, &result, first, last, threads, log);
}

EXPORT int64_t stridescope_c_operations_a_round(int32_t single, int32_t limit) {
  return choice().limits[single != 0]->operations_a_round[limit];
}
EXPORT int64_t stridescope_c_compute(int32_t single, int32_t limit, int64_t rounds, int32_t threads, double *sums) {
  return choice().limits[single != 0]->compute[limit](rounds, threads, sums);
}
EXPORT int64_t stridescope_c_fill(double *items, int64_t count, double value, int32_t threads) {
  return choice().limits[0]->fill(items, count, value, threads);
}
EXPORT int64_t stridescope_c_load(const double *items, int64_t count, int32_t threads, double *sum) {
  return choice().limits[0]->load(items, count, threads, sum);
}
