package org.stridescope.app;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.stridescope.ffi.Pages;
import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.Variants;
import org.stridescope.lab.LocalRaceRunner;
import org.stridescope.lab.MachineTurn;
import org.stridescope.ui.model.SettingsStore;
import org.stridescope.ui.view.FileChoices;
import org.stridescope.ui.view.StridescopeWindow;
import org.stridescope.ui.view.WindowContext;

/** Everything a window is wired to. */
record WindowParts(LocalRaceRunner runner, List<DistanceKernel> variants, MachineTurn turn,
        ExecutorService background)
        implements
            AutoCloseable {
    static WindowParts ofThisMachine() {
        List<DistanceKernel> variants = Variants.all();
        MachineTurn turn = new MachineTurn();
        return new WindowParts(LocalRaceRunner.watched(variants, new Pages(), turn), variants, turn,
                Executors.newSingleThreadExecutor(
                        work -> Thread.ofPlatform().name("stridescope-background").daemon(true).unstarted(work)));
    }

    /** A window that remembers nothing. */
    StridescopeWindow passingWindow() {
        return window(SettingsStore.inMemory());
    }

    StridescopeWindow window(SettingsStore settings) {
        MachineStatus status = new MachineStatus();
        StridescopeWindow window = new StridescopeWindow(new WindowContext(runner, variants, status::now, settings,
                new DiskRecordings(), FileChoices.dialogs(), background, Version.text()), Screens.all(turn));
        // after the window's own first questions, and before any race: those are started by the same thread
        background.execute(status::measure);
        return window;
    }

    @Override
    public void close() {
        background.shutdownNow();
        runner.close();
    }
}
