// What this processor can do at most, to hold the kernels against: multiply-adds from registers, and stores past the
// caches. Compiled once for each width of vector register, as tiles.c is.
#include "limits.h"
#include "vectors.h"

enum { CHAINS = 12 }; // enough independent sums to hide the latency of a multiply-add on any processor we know

// Nanoseconds for `rounds` rounds of FLOPS_A_ROUND operations in each of `threads` threads.
static int64_t multiply_adds(int64_t rounds, int threads, double *sums) {
  int64_t longest = 0;
#pragma omp parallel num_threads(threads) reduction(max : longest)
  {
    vec chain[CHAINS];
    const vec factor = sums[0] - (vec){0}, term = sums[1] - (vec){0};
    for (int c = 0; c < CHAINS; c++) chain[c] = c - (vec){0};
    const int64_t start = clock_nanos();
    for (int64_t r = 0; r < rounds; r++) {
#pragma GCC unroll 12
      for (int c = 0; c < CHAINS; c++) chain[c] = chain[c] * factor + term;
    }
    longest = clock_nanos() - start;
    double sum = 0;
    for (int c = 0; c < CHAINS; c++)
      for (int lane = 0; lane < LANES; lane++) sum += chain[c][lane];
#pragma omp atomic
    sums[2] += sum; // read by the caller, or the compiler would drop the loop
  }
  return longest;
}

// Nanoseconds to write `count` items, a multiple of 8, aligned to 64 bytes.
static int64_t fill(double *items, int64_t count, double value, int threads) {
  const int64_t start = clock_nanos();
#pragma omp parallel num_threads(threads)
  {
    const vec v = value - (vec){0};
#pragma omp for schedule(static)
    for (int64_t line = 0; line < count / 8; line++) {
#pragma GCC unroll 8
      for (int lane = 0; lane < 8; lane += LANES) stream(items + line * 8 + lane, v);
    }
    stream_end();
  }
  return clock_nanos() - start;
}

// Nanoseconds to read `count` items, a multiple of 64, aligned to 64 bytes; eight sums side by side, so that the additions
// do not wait for one another.
static int64_t read_all(const double *items, int64_t count, int threads, double *sum) {
  enum { SUMS = 8, BLOCK = 64 };
  double total = 0;
  const int64_t start = clock_nanos();
#pragma omp parallel num_threads(threads) reduction(+ : total)
  {
    vec sums[SUMS];
    for (int s = 0; s < SUMS; s++) sums[s] = (vec){0};
#pragma omp for schedule(static)
    for (int64_t block = 0; block < count / BLOCK; block++) {
      const double *at = items + block * BLOCK;
#pragma GCC unroll 32
      for (int v = 0; v < BLOCK / LANES; v++) sums[v % SUMS] += load(at + v * LANES);
    }
    for (int s = 0; s < SUMS; s++)
      for (int lane = 0; lane < LANES; lane++) total += sums[s][lane];
  }
  const int64_t nanos = clock_nanos() - start;
  *sum = total; // read by the caller, or the compiler would drop the loop
  return nanos;
}

#define JOIN(A, B) A##B
#define NAMED(A, B) JOIN(A, B)
const struct limits NAMED(limits_, SUFFIX) = {2 * CHAINS * LANES, multiply_adds, fill, read_all};
