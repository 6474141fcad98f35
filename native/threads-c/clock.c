#include "threads.h"
#include <time.h>
#if !defined(_WIN32)
#include <sys/resource.h>
#endif
#if defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>
#endif

// raised whenever a function of this library changes its arguments or its meaning
EXPORT int32_t stridescope_threads_abi(void) { return 1; }

int64_t clock_nanos(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

EXPORT int64_t stridescope_threads_nanos(void) { return clock_nanos(); }

int64_t system_thread(void) {
#if defined(__linux__)
  return (int64_t)syscall(SYS_gettid);
#else
  return 0;
#endif
}

// How often the system has taken the processor from a thread of this process while it still had work; -1 where not known.
EXPORT int64_t stridescope_threads_preemptions(void) {
#if defined(_WIN32)
  return -1;
#else
  struct rusage use;
  return getrusage(RUSAGE_SELF, &use) == 0 ? use.ru_nivcsw : -1;
#endif
}
