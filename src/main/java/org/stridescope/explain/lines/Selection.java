package org.stridescope.explain.lines;

import java.util.Set;

/**
 * What part of a recording is looked at.
 *
 * @param from nanoseconds on the recording's clock, included
 * @param to included
 * @param threads numbers of threads; empty for all
 */
public record Selection(long from, long to, Set<Integer> threads) {
    /** All threads and all times. */
    public static final Selection ALL = new Selection(Long.MIN_VALUE + 1, Long.MAX_VALUE, Set.of());

    public Selection {
        threads = Set.copyOf(threads);
    }

    /** All threads between two times. */
    public static Selection between(long from, long to) {
        return new Selection(from, to, Set.of());
    }

    public boolean has(int thread) {
        return threads.isEmpty() || threads.contains(thread);
    }
}
