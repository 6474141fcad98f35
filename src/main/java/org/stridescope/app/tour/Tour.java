package org.stridescope.app.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

import org.stridescope.ui.view.Appearance.Theme;
import org.stridescope.ui.view.StridescopeWindow;

/** Opens the window where there is no display, goes through every lab as a visitor would, and takes pictures. */
public final class Tour {
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 900;

    private final Path folder;
    private final List<TourStop> stops = new ArrayList<>();

    private Tour(Path folder) {
        this.folder = folder;
    }

    /**
     * Runs every lab and writes a picture of each of its screens and {@code index.html} into the folder.
     *
     * @param maker makes the window, called on the window's thread
     */
    public static List<TourStop> run(Path folder, Supplier<StridescopeWindow> maker) throws IOException {
        Files.createDirectories(folder);
        Toolkit.start();
        Tour tour = new Tour(folder);
        StridescopeWindow window = Toolkit.ask(() -> open(maker.get()));
        try {
            for (String lab : Toolkit.ask(() -> labs(window)))
                tour.visit(window, lab);
        } finally {
            Toolkit.run(window::close);
        }
        Files.writeString(folder.resolve("index.html"), TourPage.of(tour.stops));
        return List.copyOf(tour.stops);
    }

    private static StridescopeWindow open(StridescopeWindow window) {
        Stage stage = new Stage();
        window.open(stage);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        return window;
    }

    private static List<String> labs(StridescopeWindow window) {
        return window.scene().getRoot().lookupAll(".toggle-button").stream().map(Node::getId)
                .filter(id -> id != null && id.startsWith("rail-")).toList();
    }

    /** The screens of a lab that has several, by the ids of their segments. */
    private static List<String> segments(Screen screen) {
        return screen.scene().getRoot().lookupAll(".toggle-button").stream().map(Node::getId)
                .filter(id -> id != null && id.startsWith("segment-")).map(id -> id.substring("segment-".length()))
                .toList();
    }

    private void visit(StridescopeWindow window, String entry) {
        String lab = entry.substring("rail-".length());
        Screen screen = new Screen(window.scene());
        take(lab, "start", screen, () -> Toolkit.run(() -> {
            window.appearance().theme().set(Theme.DARK);
            if (screen.find("#" + entry) instanceof ToggleButton button)
                button.fire();
        }));
        for (BenchVisit.Stop stop : new BenchVisit(screen).of(lab)) {
            take(lab, stop.name(), screen, () -> {
                if (stop.name().equals("light"))
                    Toolkit.run(() -> window.appearance().theme().set(Theme.LIGHT));
                stop.reach().run();
            });
        }
        List<String> segments = Toolkit.ask(() -> segments(screen));
        if (!segments.isEmpty()) {
            segments.forEach(segment -> take(lab, segment, screen, () -> screen.runSegment(segment)));
            Toolkit.run(() -> window.appearance().theme().set(Theme.LIGHT));
            segments.forEach(
                    segment -> take(lab, segment + "-light", screen, () -> screen.press("#segment-" + segment)));
            return;
        }
        boolean hasExample = screen.has("#example");
        if (hasExample && !take(lab, "example", screen, screen::runExample))
            return;
        PaneVisit panes = new PaneVisit(screen);
        for (String pane : panes.panes())
            take(lab, pane, screen, () -> panes.reach(pane));
        if (!hasExample)
            return;
        if (screen.has("#strips"))
            take(lab, "replay", screen, screen::replayHalf);
        if (screen.has("#show-results"))
            take(lab, "results", screen, () -> screen.press("#show-results"));
        take(lab, "light", screen, () -> {
            Toolkit.run(() -> window.appearance().theme().set(Theme.LIGHT));
            if (screen.has("#show-race"))
                screen.press("#show-race");
        });
    }

    private boolean take(String lab, String name, Screen screen, Runnable before) {
        String file = (lab + "-" + name + ".png").toLowerCase(Locale.ROOT);
        String failure = "";
        try {
            before.run();
            Toolkit.frames(Screen.FRAMES_TO_SETTLE);
            Picture.write(screen.scene(), folder.resolve(file));
        } catch (TourError | IOException e) {
            failure = String.valueOf(e.getMessage());
        }
        stops.add(new TourStop(lab, name, file, failure));
        return failure.isEmpty();
    }
}
