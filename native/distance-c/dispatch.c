// Picks the widest vectors of this processor, once, and is the door that Java knocks at.
#include "limits.h"
#include <time.h>
#if defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>
#endif

#define WIDTH(NAME)                                                                                                    \
  extern const struct width width_##NAME;                                                                              \
  extern const struct limits limits_##NAME;
WIDTH(base)
#if defined(__x86_64__) || defined(_M_X64)
WIDTH(avx2)
#ifdef HAVE_AVX512
WIDTH(avx512)
#endif
#endif

struct choice {
  const struct width *width;
  const struct limits *limits;
};
#define CHOOSE(NAME) ((struct choice){&width_##NAME, &limits_##NAME})

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

static const struct width *widest(void) { return choice().width; }

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
EXPORT int32_t stridescope_c_abi(void) { return 4; }

EXPORT const char *stridescope_c_width(void) { return widest()->name; }
EXPORT int32_t stridescope_c_x_panel(void) { return widest()->x_panel; }
EXPORT int32_t stridescope_c_y_panel(void) { return widest()->y_panel; }
EXPORT int64_t stridescope_c_nanos(void) { return clock_nanos(); }

EXPORT void stridescope_c_tiles(int32_t metric, const double *x_panels, const double *y_panels, double *out, int64_t n,
                                int64_t m, int64_t k, int64_t tile_rows, int64_t tile_columns, int64_t first,
                                int64_t last, int32_t threads, int32_t streaming, int64_t *log) {
  struct result result = {out, n, m, tile_rows, tile_columns, streaming};
  widest()->tiles((enum metric)metric, x_panels, y_panels, k, &result, first, last, threads, log);
}

EXPORT int64_t stridescope_c_flops_a_round(void) { return choice().limits->flops_a_round; }
EXPORT int64_t stridescope_c_multiply_adds(int64_t rounds, int32_t threads, double *sums) {
  return choice().limits->multiply_adds(rounds, threads, sums);
}
EXPORT int64_t stridescope_c_fill(double *items, int64_t count, double value, int32_t threads) {
  return choice().limits->fill(items, count, value, threads);
}
EXPORT int64_t stridescope_c_load(const double *items, int64_t count, int32_t threads, double *sum) {
  return choice().limits->load(items, count, threads, sum);
}
