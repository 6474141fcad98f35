package org.stridescope.ui.view;

import org.stridescope.trace.Recording;

/** A screen that takes a recording from another one. */
public interface RecordingTaker {
    RecordingTaker NONE = (_, _) -> {};

    /** @param name what it is listed as */
    void take(String name, Recording recording);
}
