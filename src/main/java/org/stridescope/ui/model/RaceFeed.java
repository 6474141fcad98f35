package org.stridescope.ui.model;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

import org.stridescope.lab.Race;

/**
 * Takes snapshots of a running race in a thread of its own, up to sixty a second, and hands each over only when the one
 * before it was taken: a slow window gets fewer of them, never a queue.
 */
final class RaceFeed implements AutoCloseable {
    private static final long PERIOD_MS = 16;

    private final ScheduledExecutorService poll = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "stridescope-feed");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean waiting = new AtomicBoolean();

    private final LiveFigures figures = new LiveFigures();

    RaceFeed(Race race, Executor ui, BiConsumer<ShownRecording, String> taker) {
        var _ = poll.scheduleAtFixedRate(() -> {
            if (waiting.getAndSet(true))
                return;
            ShownRecording shown = figures.of(race.snapshot());
            // the sampler holds a lock while it samples, for which the window must not wait
            String cost = race.samplingCost().sentence();
            ui.execute(() -> {
                waiting.set(false);
                taker.accept(shown, cost);
            });
        }, 0, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        poll.shutdownNow();
    }
}
