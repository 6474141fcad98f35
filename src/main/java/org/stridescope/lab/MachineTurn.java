package org.stridescope.lab;

import org.jspecify.annotations.Nullable;

/** One thing measures this machine at a time: two side by side would slow each other, and both figures would be wrong. */
public final class MachineTurn {
    private @Nullable Object holder;
    private String what = "";

    /**
     * Takes the machine; the one who has it may take it again.
     *
     * @param who a race, the ladder, a sweep: for the sentence to whoever comes next
     * @throws LabError where another has it
     */
    public synchronized void take(Object owner, String who) {
        if (holder != null && holder != owner) {
            throw new LabError(LabError.Field.VARIANTS, what + " is running: wait for its end, or cancel it first");
        }
        holder = owner;
        what = who;
    }

    /** Gives it back; nothing happens where another has it. */
    public synchronized void giveBack(Object owner) {
        if (holder == owner)
            holder = null;
    }
}
