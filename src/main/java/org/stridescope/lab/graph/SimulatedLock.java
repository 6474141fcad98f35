package org.stridescope.lab.graph;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;

/**
 * A lock that stands for Python's interpreter lock: Java has none, so it is simulated. Whoever computes must hold it, and hands
 * it on every 5 ms, as CPython does. One a process.
 */
final class SimulatedLock {
    private static final long SWITCH_NANOS = 5_000_000;

    private final ReentrantLock lock = new ReentrantLock(true);

    /** Runs the steps 0 to {@code count}, holding the lock. */
    void run(int count, IntConsumer step) {
        lock.lock();
        try {
            long since = System.nanoTime();
            for (int i = 0; i < count; i++) {
                step.accept(i);
                if (System.nanoTime() - since > SWITCH_NANOS) {
                    lock.unlock();
                    lock.lock();
                    since = System.nanoTime();
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
