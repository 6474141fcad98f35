package org.stridescope.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * How a graph is to be run. {@link #DEFAULT} fits most.
 *
 * @param retries how often a task that threw is tried again
 * @param timeLimit how long one task may take; zero for as long as it likes
 * @param memoryLimit bytes of results held in memory, above which those needed last go to disk
 * @param cancelled asked some twenty times a second whether to stop
 * @param listeners told of every transition
 * @param released told of every result that no task needs any more and that no running task uses
 */
public record RunOptions(int retries, Duration timeLimit, long memoryLimit, BooleanSupplier cancelled,
        List<TaskListener> listeners, Consumer<Object> released) {
    private static final Consumer<Object> IGNORE = result -> {};

    public static final RunOptions DEFAULT = new RunOptions(0, Duration.ZERO, Long.MAX_VALUE, () -> false, List.of(),
            IGNORE);

    public RunOptions {
        listeners = List.copyOf(listeners);
    }

    public RunOptions withRetries(int times) {
        return new RunOptions(times, timeLimit, memoryLimit, cancelled, listeners, released);
    }

    public RunOptions withTimeLimit(Duration limit) {
        return new RunOptions(retries, limit, memoryLimit, cancelled, listeners, released);
    }

    public RunOptions withMemoryLimit(long bytes) {
        return new RunOptions(retries, timeLimit, bytes, cancelled, listeners, released);
    }

    public RunOptions withCancelled(BooleanSupplier asked) {
        return new RunOptions(retries, timeLimit, memoryLimit, asked, listeners, released);
    }

    /** One listener more. */
    public RunOptions withListener(TaskListener listener) {
        List<TaskListener> more = new ArrayList<>(listeners);
        more.add(listener);
        return new RunOptions(retries, timeLimit, memoryLimit, cancelled, more, released);
    }

    public RunOptions withReleased(Consumer<Object> told) {
        return new RunOptions(retries, timeLimit, memoryLimit, cancelled, listeners, told);
    }

    boolean hasMemoryLimit() {
        return memoryLimit != Long.MAX_VALUE;
    }

    boolean hasReleased() {
        return released != IGNORE;
    }
}
