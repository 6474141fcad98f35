package org.stridescope.explain.lines;

import org.stridescope.trace.StackFrame;

/**
 * What a line of source costs.
 *
 * @param file the source as packed in {@code sources/}, or the library's name where lines are not known
 * @param line counted from 1; 0 where not known
 * @param function the method or function that the line belongs to, as a flame graph names it
 * @param selfSamples samples that met it, with the library code that it calls
 * @param selfNanos the CPU time that they stand for; of scripts the exact time, with the functions that the line calls
 * @param share of the CPU time of the selection, 0 to 1
 * @param hits how often it ran; -1 where that is not counted
 * @param allocatedBytes bytes allocated by it: sampled in Java, exact in scripts
 * @param freedBytes bytes of arrays that nothing held any more after it; -1 where that is not counted
 * @param copies of arrays that it made; -1 where that is not counted
 */
public record LineRow(String file, int line, String function, StackFrame.Kind kind, long selfSamples, long selfNanos,
        double share, long hits, long allocatedBytes, long freedBytes, long copies) {

    /** The name of the packed resource with this source, {@code sources/...}; it may not be there. */
    public String resource() {
        return "sources/" + file;
    }
}
