package org.stridescope.ui.model.timeline;

import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;

/** What a thread does while it does not run; none of these is a variant's hue. */
public final class StateInks {
    /** It could run and has no processor. */
    public static final Ink RUNNABLE = Ink.mixed(Role.RAISED, Role.MUTED, 0.42);
    /** It waits for a lock. */
    public static final Ink LOCKED = Ink.of(Role.DANGER);
    /** It waits for a device. */
    public static final Ink DISK = Ink.of(Role.HUE_5);

    private StateInks() {}
}
