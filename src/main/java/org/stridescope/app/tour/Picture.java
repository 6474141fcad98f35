package org.stridescope.app.tour;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import javax.imageio.ImageIO;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;

/** A scene as a PNG. */
final class Picture {
    private static final int STEP = 3;
    private static final int FEWEST_COLOURS = 8;

    private Picture() {}

    /** @throws TourError where the scene is one plain area */
    static void write(Scene scene, Path file) throws IOException {
        BufferedImage image = Toolkit.ask(() -> SwingFXUtils.fromFXImage(scene.snapshot(null), null));
        if (colours(image) < FEWEST_COLOURS)
            throw new TourError("the screen is blank");
        if (!ImageIO.write(image, "png", file.toFile()))
            throw new IOException("no PNG writer");
    }

    private static int colours(BufferedImage image) {
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < image.getHeight() && seen.size() < FEWEST_COLOURS; y += STEP) {
            for (int x = 0; x < image.getWidth(); x += STEP)
                seen.add(image.getRGB(x, y));
        }
        return seen.size();
    }
}
