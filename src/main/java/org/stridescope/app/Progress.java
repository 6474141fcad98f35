package org.stridescope.app;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;

import org.stridescope.kernel.Tile;
import org.stridescope.kernel.TileListener;

/** How far a run is, on standard error and only where that is a terminal (the start script knows). */
final class Progress implements TileListener, AutoCloseable {
    private static final long PERIOD_NANOS = 100_000_000;
    private static final int WIDTH = 40;

    private final PrintWriter err;
    private final double items;
    private final boolean shown = isShown();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong next = new AtomicLong(System.nanoTime() + PERIOD_NANOS);

    /** @param items how many items of the result there will be in all */
    Progress(PrintWriter err, double items) {
        this.err = err;
        this.items = items;
    }

    /** Whether standard error is a terminal, as far as the start script could tell. */
    static boolean isShown() {
        return "yes".equals(System.getProperty("stridescope.terminal"));
    }

    @Override
    public void done(Tile tile, long startNanos, long endNanos) {
        long now = done.addAndGet(tile.items());
        long due = next.get();
        if (shown && endNanos - due >= 0 && next.compareAndSet(due, endNanos + PERIOD_NANOS))
            show(now / items);
    }

    private void show(double share) {
        int full = (int) (share * WIDTH);
        err.printf("\r[%s%s] %3.0f %%", "#".repeat(full), " ".repeat(WIDTH - full), 100 * share);
        err.flush();
    }

    /** Wipes the bar away. */
    @Override
    public void close() {
        if (!shown)
            return;
        err.print("\r" + " ".repeat(WIDTH + 8) + "\r");
        err.flush();
    }
}
