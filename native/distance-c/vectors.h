// One vector register of REAL numbers, VECTOR_BYTES wide, in the words of GCC and Clang (`a + b` adds all lanes), and the
// few operations those words do not have. REAL is double or float: the build compiles everything once for each.
#pragma once
#include <math.h>
#include <stdint.h>
#if defined(__SSE2__)
#include <immintrin.h>
#endif

typedef REAL vec __attribute__((vector_size(VECTOR_BYTES)));

enum { LANES = VECTOR_BYTES / sizeof(REAL) };

#define INLINE static inline __attribute__((always_inline))

// the name of Intel's operation for this register and these numbers: MM(max) is _mm256_max_pd
#define MM_JOIN(PREFIX, NAME, SUFFIX) PREFIX##NAME##SUFFIX
#define MM_NAME(PREFIX, NAME, SUFFIX) MM_JOIN(PREFIX, NAME, SUFFIX)
#if VECTOR_BYTES == 64
#define MM_PREFIX _mm512_
#elif VECTOR_BYTES == 32
#define MM_PREFIX _mm256_
#else
#define MM_PREFIX _mm_
#endif
#if REAL_BYTES == 8
typedef int64_t bits __attribute__((vector_size(VECTOR_BYTES)));
#define MAGNITUDE INT64_MAX
#define MM(NAME) MM_NAME(MM_PREFIX, NAME##_, pd)
#else
typedef int32_t bits __attribute__((vector_size(VECTOR_BYTES)));
#define MAGNITUDE INT32_MAX
#define MM(NAME) MM_NAME(MM_PREFIX, NAME##_, ps)
#endif

INLINE vec load(const REAL *from) {
  vec v;
  __builtin_memcpy(&v, from, sizeof v);
  return v;
}

INLINE void store(REAL *to, vec v) { __builtin_memcpy(to, &v, sizeof v); }

INLINE vec all(REAL value) { return value - (vec){0}; }

INLINE vec magnitude(vec v) { return (vec)((bits)v & MAGNITUDE); }

// The larger of value and best; best where value is NaN, as cdist has it.
INLINE vec larger(vec value, vec best) {
#if defined(__SSE2__)
  return MM(max)(value, best);
#else
  bits above = value > best;
  return (vec)((above & (bits)value) | (~above & (bits)best));
#endif
}

INLINE vec root(vec v) {
#if defined(__SSE2__)
  return MM(sqrt)(v);
#else
  for (int lane = 0; lane < LANES; lane++) v[lane] = sizeof(REAL) == 8 ? sqrt(v[lane]) : sqrtf(v[lane]);
  return v;
#endif
}

// Whether what a comparison said holds in every lane.
INLINE int every(bits holds) {
#if VECTOR_BYTES == 32 && defined(__AVX__)
  return MM(movemask)((vec)holds) == (1 << LANES) - 1;
#else
  int all = 1;
  for (int lane = 0; lane < LANES; lane++) all &= holds[lane] != 0;
  return all;
#endif
}

// A store past the caches, straight to memory: the line is not read first. `to` is aligned to the vector.
INLINE void stream(REAL *to, vec v) {
#if defined(__SSE2__)
  MM(stream)(to, v);
#else
  store(to, v);
#endif
}

// Orders the streamed stores before whatever this thread says next.
INLINE void stream_end(void) {
#if defined(__SSE2__)
  _mm_sfence();
#endif
}
