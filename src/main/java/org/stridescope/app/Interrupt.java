package org.stridescope.app;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets Ctrl-C end work cleanly: the work is told to stop and given time to put its files away. */
final class Interrupt implements AutoCloseable {
    private static final long WAIT_SECONDS = 5;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    /** @param cancel tells the work to stop; returns at once */
    Interrupt(PrintWriter err, Runnable cancel) {
        hook = new Thread(() -> stop(err, cancel), "interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop(PrintWriter err, Runnable cancel) {
        cancel.run();
        try {
            boolean clean = ended.await(WAIT_SECONDS, TimeUnit.SECONDS);
            err.println("stridescope: " + (clean ? "stopped; nothing was written" : "stopped while at work"));
            err.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The work has ended. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the program is going down already: the hook is at work
        }
    }
}
