package org.stridescope.schedule;

/** Runs tasks one by one. Each is driven by one thread, which calls {@link #run} again and again. */
public interface Worker {
    /** As a person sees it: {@code thread 1}, {@code process 2}. */
    String name();

    /**
     * Claims the batch's tasks one by one, runs each, and tells the batch what became of it. Returns when the batch has no
     * more; never throws for what a task did.
     */
    void run(Batch batch);

    /** Ends, from another thread, a task that runs too long; true where it then is sure to end. */
    default boolean interrupt() {
        return false;
    }
}
