// One vector register of doubles, VECTOR_BYTES wide, in the words of GCC and Clang (`a + b` adds all lanes), and the few
// operations those words do not have.
#pragma once
#include <math.h>
#include <stdint.h>
#if defined(__SSE2__)
#include <immintrin.h>
#endif

typedef double vec __attribute__((vector_size(VECTOR_BYTES)));
typedef int64_t bits __attribute__((vector_size(VECTOR_BYTES)));

enum { LANES = VECTOR_BYTES / 8 };

#define INLINE static inline __attribute__((always_inline))

INLINE vec load(const double *from) {
  vec v;
  __builtin_memcpy(&v, from, sizeof v);
  return v;
}

INLINE void store(double *to, vec v) { __builtin_memcpy(to, &v, sizeof v); }

INLINE vec magnitude(vec v) { return (vec)((bits)v & INT64_MAX); }

// The larger of value and best; best where value is NaN, as cdist has it.
INLINE vec larger(vec value, vec best) {
#if VECTOR_BYTES == 64
  return _mm512_max_pd(value, best);
#elif VECTOR_BYTES == 32
  return _mm256_max_pd(value, best);
#elif defined(__SSE2__)
  return _mm_max_pd(value, best);
#else
  bits above = value > best;
  return (vec)((above & (bits)value) | (~above & (bits)best));
#endif
}

INLINE vec root(vec v) {
#if VECTOR_BYTES == 64
  return _mm512_sqrt_pd(v);
#elif VECTOR_BYTES == 32
  return _mm256_sqrt_pd(v);
#elif defined(__SSE2__)
  return _mm_sqrt_pd(v);
#else
  for (int lane = 0; lane < LANES; lane++) v[lane] = sqrt(v[lane]);
  return v;
#endif
}

// A store past the caches, straight to memory: the line is not read first. `to` is aligned to the vector.
INLINE void stream(double *to, vec v) {
#if VECTOR_BYTES == 64
  _mm512_stream_pd(to, v);
#elif VECTOR_BYTES == 32
  _mm256_stream_pd(to, v);
#elif defined(__SSE2__)
  _mm_stream_pd(to, v);
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
