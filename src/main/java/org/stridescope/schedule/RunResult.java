package org.stridescope.schedule;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.graph.Key;
import org.stridescope.graph.TaskGraph;

/**
 * What a run yielded and what it took.
 *
 * @param values the results that were wanted
 * @param graph the tasks that were needed for them, and ran
 * @param retried how many tasks had to run again, because they threw or their worker was lost
 * @param movedBytes what was copied from and to workers in other processes
 * @param spilledBytes what had to be written to disk, because memory was short
 * @param peakResultBytes the most that results took in memory at a time
 */
public record RunResult(Map<Key, @Nullable Object> values, TaskGraph graph, TaskTimes times, long wallNanos,
        int workers,
        int retried, long movedBytes, long spilledBytes, long peakResultBytes) {
    public @Nullable Object value(Key key) {
        return values.get(key);
    }

    public int tasks() {
        return graph.size();
    }
}
