package org.stridescope.schedule.process;

import org.stridescope.array.DType;
import org.stridescope.array.Layout;
import org.stridescope.schedule.Sized;

/** An array whose bytes lie in a file that every process of the pool can map: what travels instead of the array. */
record SharedArray(String file, DType dtype, Layout layout, long bytes) implements Sized {}
