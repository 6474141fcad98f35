package org.stridescope.ui.model.timeline;

import java.util.List;

/**
 * Threads that are folded into one lane.
 *
 * @param utilisation their mean
 */
public record ThreadGroup(String pool, ThreadKind kind, List<ThreadLane> threads, Signal utilisation) {
    public ThreadGroup {
        threads = List.copyOf(threads);
    }

    /** How it is called: {@code OpenMP worker x 16}. */
    public String label() {
        return pool + " \u00d7 " + threads.size();
    }
}
