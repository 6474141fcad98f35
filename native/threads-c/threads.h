// What the parts of this library share: lessons about threads, not kernels for work.
#pragma once
#include <stdint.h>

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

int64_t clock_nanos(void);

// The calling thread's number in the eyes of the operating system (its tid); 0 where that is not to be had.
int64_t system_thread(void);
