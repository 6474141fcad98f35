package org.stridescope.ui.model.timeline;

import java.util.List;

/**
 * Threads of a pool, which may be folded into one lane.
 *
 * @param utilisation their mean
 * @param runnable mean share of time that they could run and had no processor
 */
public record ThreadGroup(String pool, ThreadKind kind, List<ThreadLane> threads, Signal utilisation,
        Signal runnable) {
    public ThreadGroup {
        threads = List.copyOf(threads);
    }

    /** How it is called: {@code 16 x OpenMP worker}; where there is no room for all, the name is cut, not the number. */
    public String label() {
        return threads.size() + " \u00d7 " + pool;
    }
}
