// False sharing: each thread counts in a number of its own, and yet they get in each other's way. A processor core owns
// memory by the line, 64 bytes, and only one core may write a line at a time. Where the counters stand side by side, the
// line that holds them all travels to and fro at every increment. Where each stands in a line of its own, it stays.
#include "threads.h"
#include <omp.h>

// Counts to `increments` in each thread, counters `bytes_apart` (a multiple of 8). Returns the ns of the slowest thread.
EXPORT int64_t stridescope_threads_count(int64_t increments, int32_t threads, int64_t bytes_apart, int64_t *counters) {
  int64_t longest = 0;
#pragma omp parallel num_threads(threads) reduction(max : longest)
  {
    // volatile: each increment goes to memory, as it does where a loop updates an array of partial sums
    volatile int64_t *mine = counters + omp_get_thread_num() * (bytes_apart / 8);
#pragma omp barrier
    const int64_t start = clock_nanos();
    for (int64_t i = 0; i < increments; i++) *mine += 1;
    longest = clock_nanos() - start;
  }
  return longest;
}
