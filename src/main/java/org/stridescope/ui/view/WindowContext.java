package org.stridescope.ui.view;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.stridescope.kernel.DistanceKernel;
import org.stridescope.lab.RaceRunner;
import org.stridescope.ui.model.RecordingFiles;
import org.stridescope.ui.model.SettingsStore;
import org.stridescope.ui.model.StatusFacts;

/**
 * What the window is given.
 *
 * @param status what is true right now; asked about once a second, must be quick
 * @param background runs what may wait for a disk; the window's thread never does
 */
public record WindowContext(RaceRunner runner, List<DistanceKernel> variants, Supplier<StatusFacts> status,
        SettingsStore settings, RecordingFiles files, FileChoices choices, Executor background, String version) {
    public WindowContext {
        variants = List.copyOf(variants);
    }
}
