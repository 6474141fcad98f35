package org.stridescope.explain.findings;

import java.util.Set;

/**
 * Something that a recording shows.
 *
 * @param subject the run it is about; empty where it is about all of the recording
 * @param sentence in plain words, with the figures it rests on
 * @param from start of the time in which it shows, nanoseconds; the evidence is there
 * @param to its end
 * @param threads the threads that show it; empty where it is no matter of threads
 * @param weight how much it matters: roughly the share of the run's time that it costs, 0 to 1
 */
public record Finding(Kind kind, String subject, String sentence, long from, long to, Set<Integer> threads,
        double weight) {
    public Finding {
        threads = Set.copyOf(threads);
    }

    /** What kind of thing is found. */
    public enum Kind {
        IDLE_THREADS, ONE_THREAD_WORKS, ALLOCATION, TEMPORARY, COLLECTOR_PAUSES, OVERSUBSCRIPTION, LOCK, MEMORY_BOUND, TOO_SMALL
    }
}
