// The measurements of limits.c, one set a width of vector register, for double and for float.
#pragma once
#include "distance.h"

// What is done over and over in registers; as org.stridescope.ffi.DistanceCBindings numbers them.
enum limit {
  MULTIPLY_ADDS,       // sum = sum * a + b: two operations, the most that this processor does
  SQUARES,             // d = x - y; sum = d * d + sum: a pair of features of sqeuclidean
  MAGNITUDES,          // d = x - y; sum = |d| * 1 + sum: a pair of features of cityblock
  MAXIMA,              // sum += max(x, y): a pair of features of cityblock, by maxima
  LIMITS
};

struct limits {
  int64_t operations_a_round[LIMITS]; // floating point operations, or pairs of features
  int64_t (*compute[LIMITS])(int64_t rounds, int threads, double *sums);
  int64_t (*fill)(double *items, int64_t count, double value, int threads);
  int64_t (*load)(const double *items, int64_t count, int threads, double *sum);
};
