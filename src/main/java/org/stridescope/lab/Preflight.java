package org.stridescope.lab;

/**
 * What an experiment will take.
 *
 * @param n rows of x and of the result, m rows of y and columns of the result, k features (a points file decides them)
 * @param resultBytes bytes of one result
 * @param neededBytes bytes at peak: points, one result, the hungriest variant's temporaries
 * @param availableBytes bytes this machine has free for it
 */
public record Preflight(long n, long m, long k, long resultBytes, long neededBytes, long availableBytes) {}
