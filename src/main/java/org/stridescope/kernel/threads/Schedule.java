package org.stridescope.kernel.threads;

import java.util.Locale;

/** How OpenMP shares the rounds of a loop out among its threads. */
public enum Schedule {
    /** Dealt out beforehand, a chunk to each thread in turn; with no chunk given, one equal part a thread. */
    STATIC("dealt out before the loop begins: costs nothing, and whoever has the heavy tiles is waited for"),
    /** A thread that is free takes the next chunk; with no chunk given, one round at a time. */
    DYNAMIC("a free thread takes the next chunk: even work for all, at the price of one shared counter"),
    /** As dynamic, the chunks large at first and smaller towards the end, no smaller than the chunk given. */
    GUIDED("as dynamic, with large helpings first and small ones last: fewer trips to the counter");

    private final String sentence;

    Schedule(String sentence) {
        this.sentence = sentence;
    }

    /** As it stands in the pragma: static, dynamic, guided. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it does and costs, in half a sentence. */
    public String sentence() {
        return sentence;
    }
}
