package org.stridescope.probe.tool;

import java.util.List;

import org.stridescope.trace.Activity;

/**
 * What a system's program told of this process.
 *
 * @param residentBytes of physical memory that it holds
 * @param threads all of them, Java's too
 */
public record ToolReading(long residentBytes, List<Row> threads) {
    public ToolReading {
        threads = List.copyOf(threads);
    }

    /**
     * A thread.
     *
     * @param systemThread what the operating system calls it; -1 where that is not told
     * @param waitsFor the reason that the system gives for its waiting; empty where it does not wait or no reason is told
     */
    public record Row(long systemThread, Activity activity, long userNanos, long systemNanos, String waitsFor) {
        public long cpuNanos() {
            return userNanos + systemNanos;
        }
    }
}
