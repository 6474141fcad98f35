package org.stridescope.kernel;

/** A variant that is not written here: another program's, asked through its own door, or a test's with faults to order. */
public non-sealed interface OutsideKernel extends DistanceKernel {}
