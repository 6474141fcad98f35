package org.stridescope.kernel;

/** Told of every tile as it is finished, by the thread that finished it; must be quick and safe for several threads. */
@FunctionalInterface
public interface TileListener {
    TileListener NONE = (tile, startNanos, endNanos) -> {};

    /** The tile's items are in the result; times are of {@link System#nanoTime}. */
    void done(Tile tile, long startNanos, long endNanos);

    /**
     * As {@link #done}, told by one thread of what another did: a native one, which cannot call us.
     *
     * @param systemThread the number the operating system gives that thread; 0 where it is not known
     */
    default void doneBy(long systemThread, Tile tile, long startNanos, long endNanos) {
        done(tile, startNanos, endNanos);
    }
}
