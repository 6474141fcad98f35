package org.stridescope.kernel.threads;

import java.util.List;

/**
 * Several tasks at once, each a kernel with several threads of its own.
 *
 * @param tasks that run at the same time, each on its part of the rows
 * @param threadsATask OpenMP's threads in each
 * @param processors of the machine: more threads than that wait for each other
 * @param preemptions how often the system took the processor from a thread that had work; -1 where not known
 * @param spans when each task began and ended, since the first began
 */
public record OversubscriptionRun(int tasks, int threadsATask, int processors, long wallNanos, long preemptions,
        List<TaskSpan> spans) {
    public record TaskSpan(int task, long startNanos, long endNanos) {}

    public int threads() {
        return tasks * threadsATask;
    }

    /** Whether there are more threads than processors. */
    public boolean isOversubscribed() {
        return threads() > processors;
    }
}
