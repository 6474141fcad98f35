package org.stridescope.kernel;

/** Told of every tile as it is finished, by the thread that finished it; must be quick and safe for several threads. */
@FunctionalInterface
public interface TileListener {
    TileListener NONE = (tile, startNanos, endNanos) -> {};

    /** The tile's items are in the result; times are of {@link System#nanoTime}. */
    void done(Tile tile, long startNanos, long endNanos);
}
