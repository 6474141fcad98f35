package org.stridescope.app.doctor;

import org.stridescope.kernel.Availability;

/**
 * One thing looked for on this machine.
 *
 * @param group what it belongs to: machine, kernels, compilers, python, permissions, display
 * @param value what was found, empty where nothing was
 */
public record Finding(String group, String name, String value, Availability availability) {
    static Finding found(String group, String name, String value) {
        return new Finding(group, name, value, Availability.AVAILABLE);
    }

    static Finding missing(String group, String name, String reason, String mend) {
        return new Finding(group, name, "", new Availability.Missing(reason, mend));
    }

    public boolean ok() {
        return availability.isAvailable();
    }

    /** Why it is missing; empty where it is there. */
    public String reason() {
        return availability instanceof Availability.Missing missing ? missing.reason() : "";
    }

    /** The command or step that mends it; empty where nothing is to be mended. */
    public String mend() {
        return availability instanceof Availability.Missing missing ? missing.mend() : "";
    }
}
