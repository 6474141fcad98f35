package org.stridescope.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.stridescope.kernel.DistanceKernel.Outcome;
import org.stridescope.kernel.DistanceKernel.RunControl;

/**
 * The loop that every kernel in Java runs in: threads named stridescope-worker-1, -2, ... take the next tile as soon as
 * they are free, tell the listener, and look between tiles whether to stop. The first failure stops all of them and is
 * thrown once, to the caller.
 */
final class TileLoop {
    static final String THREAD_NAME = "stridescope-worker-";

    /**
     * Computes one tile; used by one thread only, so it may hold scratch memory. It may leave a tile unfinished once the run
     * is cancelled: such a tile is never told.
     */
    @FunctionalInterface
    interface TileWork {
        void compute(Tile tile);
    }

    private final TileGrid grid;
    private final RunControl control;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private TileLoop(TileGrid grid, RunControl control) {
        this.grid = grid;
        this.control = control;
    }

    /** Computes all tiles; {@code work} is asked for once a thread, on that thread. */
    static Outcome run(TileGrid grid, RunControl control, Supplier<? extends TileWork> work) {
        return new TileLoop(grid, control).run(work);
    }

    private Outcome run(Supplier<? extends TileWork> work) {
        int count = grid.count();
        List<Thread> threads = new ArrayList<>();
        for (int i = 1; i <= Math.min(control.threads(), count); i++) {
            threads.add(Thread.ofPlatform().name(THREAD_NAME + i).daemon().start(() -> take(work, count)));
        }
        join(threads);
        Throwable thrown = failure.get();
        if (thrown instanceof RuntimeException e)
            throw e;
        if (thrown instanceof Error e)
            throw e;
        return finished.get() == count ? Outcome.DONE : Outcome.CANCELLED;
    }

    private void take(Supplier<? extends TileWork> work, int count) {
        try {
            TileWork mine = work.get();
            while (!control.cancellation().isCancelled() && failure.get() == null) {
                int index = next.getAndIncrement();
                if (index >= count)
                    return;
                Tile tile = grid.tile(index);
                long start = System.nanoTime();
                mine.compute(tile);
                if (control.cancellation().isCancelled())
                    return;
                finished.incrementAndGet();
                control.listener().done(tile, start, System.nanoTime());
            }
        } catch (Throwable e) { // an Error too must reach the caller
            failure.compareAndSet(null, e);
        }
    }

    /** Waits for all; an interrupt cancels, and is kept for the caller. */
    private void join(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    control.cancellation().cancel();
                }
            }
        }
        if (interrupted)
            Thread.currentThread().interrupt();
    }
}
