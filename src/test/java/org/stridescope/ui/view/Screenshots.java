package org.stridescope.ui.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

import javax.imageio.ImageIO;

import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;

import org.stridescope.ui.view.Appearance.Theme;

/**
 * Takes the pictures of README.md from a real race, without a display: installers/screenshots.sh runs it. Arguments: a folder,
 * and {@code all} for every size and theme.
 */
public final class Screenshots {
    private static final List<String> RACERS = List.of("loops", "broadcast", "fortran", "vector", "c");
    private static final int FRAMES_TO_SETTLE = 6;

    private final Path folder;
    private final OpenLab open;

    private Screenshots(Path folder, OpenLab open) {
        this.folder = folder;
        this.open = open;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        CountDownLatch up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        up.await();
        Screenshots shots = new Screenshots(folder, OpenLab.onStage(1600, 900));
        if (args.length > 1)
            shots.all();
        else
            shots.readme();
        System.exit(0);
    }

    private void readme() throws InterruptedException {
        take("empty", 1600, 900, Theme.LIGHT, 0, false);
        race(RACERS);
        take("race-dark", 1600, 900, Theme.DARK, 0.3, false);
        take("race-light", 1600, 900, Theme.LIGHT, 0.3, false);
        take("results", 1600, 900, Theme.DARK, 1, true);
    }

    private void all() throws InterruptedException {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT))
            take("empty-" + theme, 1280, 720, theme, 0, false);
        race(RACERS);
        sizes("5");
        open.tick(open.lab().settings().variants().stream().map(kernel -> kernel.name()).toList());
        open.race();
        sizes("all");
        take("race-3840", 3840, 2160, Theme.DARK, 1, false);
        OpenLab.now(() -> {
            open.window().appearance().projector().set(true);
            return 0;
        });
        take("projector-1280", 1280, 720, Theme.LIGHT, 0.3, false);
        take("projector-1920", 1920, 1080, Theme.DARK, 0.3, false);
        take("projector-results", 1280, 720, Theme.DARK, 1, true);
    }

    private void sizes(String racers) throws InterruptedException {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            take("race-1280-" + racers + "-" + theme, 1280, 720, theme, 0.3, false);
            take("race-1920-" + racers + "-" + theme, 1920, 1080, theme, 0.3, false);
            take("results-1280-" + racers + "-" + theme, 1280, 720, theme, 1, true);
        }
    }

    /** The example, and once more: the second race finds its code compiled, as anyone's second race does. */
    private void race(List<String> names) throws InterruptedException {
        OpenLab.now(() -> {
            open.lab().runExample();
            return 0;
        });
        open.untilShown();
        open.tick(names);
        open.race();
    }

    private void take(String name, int width, int height, Theme theme, double share, boolean results)
            throws InterruptedException {
        open.resize(width, height);
        DistanceWorkbench lab = open.lab();
        OpenLab.now(() -> {
            open.window().appearance().theme().set(theme);
            lab.resultsShown().set(results);
            lab.model().playhead().seek(Math.round(share * lab.model().playhead().length().get()));
            return 0;
        });
        open.frames(FRAMES_TO_SETTLE);
        var image = OpenLab.now(() -> SwingFXUtils.fromFXImage(open.window().scene().snapshot(null), null));
        try {
            ImageIO.write(image, "png", folder.resolve(name.toLowerCase(Locale.ROOT) + ".png").toFile());
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
