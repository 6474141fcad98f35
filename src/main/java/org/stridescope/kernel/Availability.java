package org.stridescope.kernel;

/** Whether a variant can run here; if not, why, and the command or step that mends it. */
public sealed interface Availability {
    /** It runs. */
    record Available() implements Availability {}

    /** It does not run on this machine. */
    record Missing(String reason, String mend) implements Availability {}

    Availability AVAILABLE = new Available();

    default boolean isAvailable() {
        return this instanceof Available;
    }

    /** Empty when available, else the reason and the mend in one sentence. */
    default String sentence() {
        return this instanceof Missing(String reason, String mend) ? reason + (mend.isEmpty() ? "" : ": " + mend) : "";
    }
}
