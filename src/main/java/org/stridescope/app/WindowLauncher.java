package org.stridescope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import javafx.application.Application;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import org.stridescope.ui.view.StridescopeWindow;

/** Opens the window on the kernels of this machine. */
public final class WindowLauncher extends Application {
    // held, as a logger that nobody holds forgets its level
    private static final Logger TOOLKIT = Logger.getLogger("javafx");
    private static final Logger PREFERENCES = Logger.getLogger("java.util.prefs");

    private final UserSettings settings = new UserSettings();
    private final WindowParts parts = WindowParts.ofThisMachine();
    private @Nullable StridescopeWindow window;

    /**
     * Returns when the window is closed.
     *
     * @param files at most one file to open in it
     */
    public static void open(String... files) {
        // charts are drawn by Java2D's model onto JavaFX: no window of its own, no second toolkit
        System.setProperty("java.awt.headless", "true");
        silenceToolkit();
        Application.launch(WindowLauncher.class, files);
    }

    /**
     * JavaFX lies on the class path on purpose, and would warn of it at every start; the preferences tell of the folder that
     * they make, and of a home that cannot be written to, which {@link UserSettings} bears in silence.
     */
    static void silenceToolkit() {
        TOOLKIT.setLevel(Level.SEVERE);
        PREFERENCES.setLevel(Level.OFF);
    }

    @Override
    public void start(Stage stage) {
        window = parts.window(settings);
        window.open(stage);
        List<String> files = getParameters().getUnnamed();
        if (!files.isEmpty())
            window.open(Path.of(files.getFirst()));
    }

    @Override
    public void stop() {
        settings.save();
        parts.close();
    }
}
