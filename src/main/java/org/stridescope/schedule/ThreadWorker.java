package org.stridescope.schedule;

import org.jspecify.annotations.Nullable;

/** Runs tasks in the thread that drives it. */
final class ThreadWorker implements Worker {
    private final String name;
    private volatile @Nullable Thread driver;

    ThreadWorker(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    @SuppressWarnings("CatchAndPrintStackTrace")
    public void run(Batch batch) {
        driver = Thread.currentThread();
        long now = System.nanoTime();
        for (int at = batch.claim(); at >= 0; at = batch.claim()) {
            long start = now;
            batch.begun(at, start);
            try {
                Object result = batch.task(at).operation().apply(batch.arguments(at));
                now = System.nanoTime();
                batch.done(at, result, start, now);
            } catch (Throwable e) { // whatever a task throws, an OutOfMemoryError too, is the task's failure
                now = System.nanoTime();
                batch.failed(at, e, start, now);
            }
        }
    }

    /** A thread can be asked to stop, not made to. */
    @Override
    public boolean interrupt() {
        Thread thread = driver;
        if (thread != null)
            thread.interrupt();
        return false;
    }
}
