package org.stridescope.ui.model;

import java.util.function.LongSupplier;

/**
 * How often a running race is drawn anew: with every frame, unless that takes more of a processor than showing may take, or
 * frames come late. The window's thread waits for the picture before it is drawn when it hands over the next one, and while
 * kernels keep all processors busy a picture takes its time: so the longer the frames have lately been, the longer the pause
 * between pictures, and the window stays at hand.
 */
public final class LivePace {
    /** Every frame of sixty a second. */
    private static final long SHORTEST = 10_000_000;
    private static final long LONGEST = 250_000_000;
    /** A frame longer than that was held up: there are not processors enough. */
    private static final long SMOOTH = 45_000_000;
    private static final int FRAMES = 4;
    /** Of one processor, for showing. */
    private static final double BUDGET = 0.4;

    private final LongSupplier spent;
    private long waited = LONGEST;
    private long slowest;
    private long pause = SHORTEST;
    private long spentBefore = -1;

    /** @param spent CPU nanoseconds that the threads which draw have used; only differences count */
    public LivePace(LongSupplier spent) {
        this.spent = spent;
    }

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
        long now = spent.getAsLong();
        double cost = spentBefore < 0 ? 0 : now - spentBefore;
        spentBefore = now;
        long asked = Math.max((long) (cost / BUDGET), slowest > SMOOTH ? FRAMES * slowest : 0);
        // half way towards what is asked for
        pause = Math.clamp((pause + asked) / 2, SHORTEST, LONGEST);
        waited = 0;
        slowest = 0;
        return true;
    }

    /** Nanoseconds between two pictures as of now. */
    public long pauseNanos() {
        return pause;
    }
}
