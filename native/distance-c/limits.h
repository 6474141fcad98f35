// The measurements of limits.c, one set a width of vector register.
#pragma once
#include "distance.h"

struct limits {
  int64_t flops_a_round;
  int64_t (*multiply_adds)(int64_t rounds, int threads, double *sums);
  int64_t (*fill)(double *items, int64_t count, double value, int threads);
  int64_t (*load)(const double *items, int64_t count, int threads, double *sum);
};
