package org.stridescope.lab.ladder;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import org.stridescope.kernel.Cancellation;
import org.stridescope.lab.LabError;
import org.stridescope.lab.MachineTurn;

/** Starts measurements off the window's thread, one at a time on this machine. */
public final class Measurements implements AutoCloseable {
    private final MachineTurn turn;
    private final Executor executor;
    private volatile Cancellation last = new Cancellation();

    /** A measurement under way. */
    public record Measurement<T>(Cancellation cancellation, CompletionStage<T> result) {}

    /** With a thread of its own. */
    public Measurements(MachineTurn turn) {
        this(turn, Executors.newSingleThreadExecutor(
                work -> Thread.ofPlatform().name("stridescope-measure").daemon(true).unstarted(work)));
    }

    Measurements(MachineTurn turn, Executor executor) {
        this.turn = turn;
        this.executor = executor;
    }

    /** One that measures at once, in the caller's thread. */
    public static Measurements inCaller() {
        return new Measurements(new MachineTurn(), Runnable::run);
    }

    /**
     * Starts one; returns at once.
     *
     * @param who the ladder, a sweep: for the sentence to whoever comes next
     * @throws LabError where something else measures
     */
    public <T> Measurement<T> start(String who, Function<Cancellation, T> work) {
        Object owner = new Object();
        turn.take(owner, who);
        Cancellation cancellation = new Cancellation();
        last = cancellation;
        CompletableFuture<T> result = new CompletableFuture<>();
        executor.execute(() -> {
            T value = null;
            Throwable fault = null;
            try {
                value = work.apply(cancellation);
            } catch (Throwable e) { // whoever waits for the result must hear of it
                fault = e;
            } finally {
                turn.giveBack(owner);
            }
            if (fault == null)
                result.complete(value);
            else
                result.completeExceptionally(fault);
        });
        return new Measurement<>(cancellation, result.minimalCompletionStage());
    }

    /** Cancels what runs. */
    @Override
    public void close() {
        last.cancel();
        if (executor instanceof ExecutorService service)
            service.shutdown();
    }
}
