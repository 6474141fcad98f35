package org.stridescope.ui.model;

/**
 * How often a running race is drawn anew. The window's thread waits for the picture before it is drawn when it hands over the
 * next one, and while kernels keep all processors busy a picture takes its time: so the longer the frames have lately
 * been, the longer the pause between pictures, and the window stays at hand.
 */
public final class LivePace {
    private static final long SHORTEST = 40_000_000;
    private static final long LONGEST = 250_000_000;
    private static final int FRAMES = 4;

    private long waited = LONGEST;
    private long slowest;
    private long pause = SHORTEST;

    /**
     * Lets a frame pass.
     *
     * @param nanos wall time since the frame before
     * @return whether the race may be drawn now
     */
    public boolean due(long nanos) {
        waited += nanos;
        slowest = Math.max(slowest, nanos);
        if (waited < pause)
            return false;
        waited = 0;
        // half way towards what the slowest frame asks for
        pause = Math.clamp((pause + FRAMES * slowest) / 2, SHORTEST, LONGEST);
        slowest = 0;
        return true;
    }

    /** Nanoseconds between two pictures as of now. */
    public long pauseNanos() {
        return pause;
    }
}
