package org.stridescope.ui.model.profile;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.stridescope.export.paint.GifAnimation;
import org.stridescope.export.paint.PackedFonts;
import org.stridescope.export.paint.PdfPainter;
import org.stridescope.export.paint.RasterPainter;
import org.stridescope.export.paint.SvgPainter;
import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Theme;
import org.stridescope.trace.Recording;

/** Writes a pane as a picture, in the background: vectors, pixels, or the replay as an animation. */
public final class PaneExport {
    private static final int FRAMES = 60;
    private static final int CENTISECONDS = 10;
    private static final int LAST_CENTISECONDS = 200;
    private static final double PNG_SCALE = 2;

    /** What is written. */
    public enum Format {
        SVG("SVG picture", "svg"), PDF("PDF page", "pdf"), PNG("PNG picture", "png"), GIF("replay as GIF", "gif");

        private final String title;
        private final String ending;

        Format(String title, String ending) {
            this.title = title;
            this.ending = ending;
        }

        public String title() {
            return title;
        }

        /** Of a file's name, without the dot. */
        public String ending() {
            return ending;
        }
    }

    private final ProfileModel profile;
    private final Executor background;
    private final Executor ui;

    public PaneExport(ProfileModel profile, Executor background, Executor ui) {
        this.profile = profile;
        this.background = background;
        this.ui = ui;
    }

    /**
     * Writes a pane; the profile's message says where, or why not.
     *
     * @param scene makes the pane's picture
     * @param dark on a dark ground, else on a light one
     */
    public void write(Supplier<Scene> scene, Recording recording, Format format, boolean dark, Path file) {
        background.execute(() -> {
            try {
                Path part = Files.createTempFile("stridescope", "." + format.ending());
                try {
                    write(scene, recording, format, dark ? Theme.DARK : Theme.LIGHT, part, file);
                } finally {
                    Files.deleteIfExists(part);
                }
                ui.execute(() -> profile.say("The picture is in " + file + "."));
            } catch (IOException | RuntimeException error) {
                String why = error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
                ui.execute(() -> profile.say(file.getFileName() + " cannot be written: " + why));
            }
        });
    }

    private static void write(Supplier<Scene> scene, Recording recording, Format format, Theme theme, Path part,
            Path file) throws IOException {
        switch (format) {
            case SVG -> {
                try (BufferedWriter out = Files.newBufferedWriter(part)) {
                    SvgPainter.write(scene.get(), theme, out);
                }
            }
            case PDF -> {
                try (OutputStream out = Files.newOutputStream(part)) {
                    PdfPainter.write(scene.get(), theme, out);
                }
            }
            case PNG -> {
                try (OutputStream out = Files.newOutputStream(part)) {
                    new RasterPainter(theme, PNG_SCALE).png(scene.get(), out);
                }
            }
            case GIF -> {
                try (OutputStream out = Files.newOutputStream(part)) {
                    GifAnimation.write(new SheetScene(recording, new PackedFonts()).frames(FRAMES),
                            new RasterPainter(theme, 1), CENTISECONDS,
                            LAST_CENTISECONDS, out);
                }
            }
        }
        Files.copy(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
