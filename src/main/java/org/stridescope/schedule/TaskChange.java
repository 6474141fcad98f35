package org.stridescope.schedule;

/**
 * A task went from one state to another, at a {@link System#nanoTime}. Where it did so because it ran, {@code startNano} and
 * {@code endNano} say when, {@code transferNanos} how long before that its arguments took to get to its worker, {@code bytes}
 * how large its result is and {@code movedBytes} what was copied between workers for it; otherwise these are 0.
 *
 * @param task its number in the graph that {@link TaskListener#started} told
 * @param worker the worker's number; -1 where none is concerned
 */
public record TaskChange(long nanoTime, int task, TaskState from, TaskState to, int worker, long startNano,
        long endNano,
        long transferNanos, long bytes, long movedBytes) {
    static TaskChange of(long nanoTime, int task, TaskState from, TaskState to, int worker) {
        return new TaskChange(nanoTime, task, from, to, worker, 0, 0, 0, 0, 0);
    }
}
