package org.stridescope.lab;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;

/** Reads an array from {@code file.npy} or {@code file.npz:name}; throws with one sentence where it cannot. */
@FunctionalInterface
public interface PointsReader {
    NDArray read(String reference, ArrayMemory memory);
}
