// What this processor can do at most, to hold the kernels against: arithmetic from registers, and stores past the caches.
// Compiled as tiles.c is, once for each width of vector register, for double and for float.
#include "limits.h"
#include "vectors.h"

enum { CHAINS = 8 }; // enough independent sums to hide the latency of an addition, and registers for the rest

INLINE vec step(const enum limit limit, vec sum, vec x, vec y) {
  switch (limit) {
  case SQUARES: return (x - y) * (x - y) + sum;
#if defined(__FMA__)
  case MAGNITUDES: return magnitude(x - y) * x + sum;
  case MAXIMA: return larger(x, y) * x + sum;
#else
  case MAGNITUDES: return magnitude(x - y) + sum;
  case MAXIMA: return larger(x, y) + sum;
#endif
  default: return sum * x + y;
  }
}

// ns for `rounds` rounds in each of `threads` threads; sums[0] and [1] go in, something comes out in [2].
INLINE int64_t compute(const enum limit limit, int64_t rounds, int threads, double *sums) {
  int64_t longest = 0;
#pragma omp parallel num_threads(threads) reduction(max : longest)
  {
    vec chain[CHAINS];
    vec x = all((REAL)sums[0]), y = all((REAL)sums[1]);
#pragma GCC unroll 8
    for (int c = 0; c < CHAINS; c++) chain[c] = all((REAL)c);
    const int64_t start = clock_nanos();
    for (int64_t r = 0; r < rounds; r++) {
#pragma GCC unroll 8
      for (int c = 0; c < CHAINS; c++) {
        __asm__("" : "+x"(y)); // y may have changed, for all that the compiler knows: the step must be done each time
        chain[c] = step(limit, chain[c], x, y);
      }
    }
    longest = clock_nanos() - start;
    double sum = 0;
#pragma GCC unroll 8
    for (int c = 0; c < CHAINS; c++)
      for (int lane = 0; lane < LANES; lane++) sum += chain[c][lane];
#pragma omp atomic
    sums[2] += sum; // read by the caller, or the compiler would drop the loop
  }
  return longest;
}

#define LIMIT(NAME, LIMIT)                                                                                             \
  static int64_t NAME(int64_t rounds, int threads, double *sums) { return compute(LIMIT, rounds, threads, sums); }
LIMIT(multiply_adds, MULTIPLY_ADDS)
LIMIT(squares, SQUARES)
LIMIT(magnitudes, MAGNITUDES)
LIMIT(maxima, MAXIMA)

// Nanoseconds to write `count` items, a multiple of 8, aligned to 64 bytes.
static int64_t fill(double *items, int64_t count, double value, int threads) {
  const int64_t start = clock_nanos();
#pragma omp parallel num_threads(threads)
  {
    enum { LINE = 64 / sizeof(REAL) };
    const vec v = all((REAL)value);
#pragma omp for schedule(static)
    for (int64_t line = 0; line < count / 8; line++) {
#pragma GCC unroll 16
      for (int lane = 0; lane < LINE; lane += LANES) stream((REAL *)items + line * LINE + lane, v);
    }
    stream_end();
  }
  return clock_nanos() - start;
}

// Nanoseconds to read `count` items, a multiple of 64, aligned to 64 bytes; eight sums side by side, so that the additions
// do not wait for one another.
static int64_t read_all(const double *items, int64_t count, int threads, double *sum) {
  enum { STREAMS = 8, BLOCK = 64 * sizeof(double) / sizeof(REAL) };
  double total = 0;
  const int64_t start = clock_nanos();
#pragma omp parallel num_threads(threads) reduction(+ : total)
  {
    vec sums[STREAMS];
    for (int s = 0; s < STREAMS; s++) sums[s] = (vec){0};
#pragma omp for schedule(static)
    for (int64_t block = 0; block < count / 64; block++) {
      const REAL *at = (const REAL *)items + block * BLOCK;
#pragma GCC unroll 32
      for (int v = 0; v < BLOCK / LANES; v++) sums[v % STREAMS] += load(at + v * LANES);
    }
    for (int s = 0; s < STREAMS; s++)
      for (int lane = 0; lane < LANES; lane++) total += sums[s][lane];
  }
  const int64_t nanos = clock_nanos() - start;
  *sum = total; // read by the caller, or the compiler would drop the loop
  return nanos;
}

#define JOIN(A, B) A##B
#define NAMED(A, B) JOIN(A, B)
const struct limits NAMED(limits_, SUFFIX) = {
    {2 * CHAINS * LANES, CHAINS *LANES, CHAINS *LANES, CHAINS *LANES}, {multiply_adds, squares, magnitudes, maxima}, fill, read_all};
