package org.stridescope.app.tour;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** JavaFX without a display, and its thread as seen from another. */
final class Toolkit {
    private static final long ANSWER_SECONDS = 60;
    private static final int FRAMES_BETWEEN_LOOKS = 3;

    private Toolkit() {}

    /** Starts JavaFX on its platform without a screen, unless it runs already. */
    static void start() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        CompletableFuture<Void> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(null));
            await(started);
        } catch (IllegalStateException e) {
            // it runs already
        }
        Platform.setImplicitExit(false);
    }

    /** Does something on the window's thread and gives back what it said. */
    static <T> T ask(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        return await(answer);
    }

    static void run(Runnable action) {
        ask(() -> {
            action.run();
            return true;
        });
    }

    /** Lets the window draw this many frames. */
    static void frames(int count) {
        CompletableFuture<Void> drawn = new CompletableFuture<>();
        Platform.runLater(() -> new AnimationTimer() {
            private int left = count;

            @Override
            public void handle(long now) {
                if (left-- > 0)
                    return;
                stop();
                drawn.complete(null);
            }
        }.start());
        await(drawn);
    }

    /** Looks every few frames until it holds, asked on the window's thread; false where it does not within the time. */
    static boolean waitUntil(BooleanSupplier holds, long seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() - end < 0) {
            if (ask(holds::getAsBoolean))
                return true;
            frames(FRAMES_BETWEEN_LOOKS);
        }
        return false;
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new TourError(String.valueOf(e.getCause()), e);
        } catch (TimeoutException e) {
            throw new TourError("the window does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TourError("interrupted", e);
        }
    }
}
