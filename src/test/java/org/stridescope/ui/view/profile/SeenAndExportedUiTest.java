package org.stridescope.ui.view.profile;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import org.stridescope.export.paint.RasterPainter;
import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Shape;
import org.stridescope.export.scene.Theme;
import org.stridescope.ui.control.ink.ScenePane;

import static org.assertj.core.api.Assertions.assertThat;

/** What is exported is what is seen: the same scene, on the screen and in a file. */
@ExtendWith(ApplicationExtension.class)
class SeenAndExportedUiTest {
    /** Letters are smoothed otherwise by JavaFX than by Java2D. */
    private static final int SMOOTHED = 90;
    private static final double MOST_OTHER = 0.005;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    Path folder;
    @SuppressWarnings("NullAway.Init") // made in start, which JUnit calls
    private ProfilePage page;

    @Start
    void start(Stage stage) {
        page = new ProfilePage(stage);
    }

    @AfterEach
    void close() {
        page.close();
    }

    private void open() {
        page.press("example");
        page.until(() -> page.has("timeline"));
    }

    private ScenePane pane(String id) {
        return (ScenePane) page.node(id);
    }

    private BufferedImage screen(String id) {
        return page.ask(() -> SwingFXUtils.fromFXImage(pane(id).snapshot(null, null), null));
    }

    private BufferedImage file(String id) {
        Scene seen = page.ask(() -> pane(id).seen());
        return new RasterPainter(page.ask(page::isDark) ? Theme.DARK : Theme.LIGHT, 1).image(seen);
    }

    /** Share of pixels that have no like one at their place or beside it. */
    private static double other(BufferedImage a, BufferedImage b) {
        int width = Math.min(a.getWidth(), b.getWidth());
        int height = Math.min(a.getHeight(), b.getHeight());
        assertThat(Math.abs(a.getWidth() - b.getWidth()) + Math.abs(a.getHeight() - b.getHeight())).isLessThan(3);
        int bad = 0;
        for (int y = 1; y < height - 1; y++)
            for (int x = 1; x < width - 1; x++)
                bad += isNear(a, b, x, y) ? 0 : 1;
        return (double) bad / width / height;
    }

    private static boolean isNear(BufferedImage a, BufferedImage b, int x, int y) {
        for (int dy = -1; dy <= 1; dy++)
            for (int dx = -1; dx <= 1; dx++)
                if (difference(a.getRGB(x, y), b.getRGB(x + dx, y + dy)) <= SMOOTHED)
                    return true;
        return false;
    }

    private static int difference(int one, int two) {
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8)
            most = Math.max(most, Math.abs((one >> shift & 0xff) - (two >> shift & 0xff)));
        return most;
    }

    private void check(String id) {
        page.settle();
        assertThat(other(screen(id), file(id))).as(id).isLessThan(MOST_OTHER);
    }

    @Test
    void theTimelineZoomedBrushedAndPlaying() {
        open();
        check("timeline");
        BufferedImage whole = file("timeline");
        page.focus("timeline").key(KeyCode.HOME).key(KeyCode.PLUS).key(KeyCode.PLUS).key(KeyCode.M);
        page.drag("timeline", 0.4, 0.5, 0.5);
        page.until(() -> page.model().timeline().brush().get() != null);
        check("timeline");
        assertThat(other(whole, screen("timeline"))).as("another part of it").isGreaterThan(10 * MOST_OTHER);
    }

    @Test
    void theFlameGraphAndTheComparison() {
        open();
        page.press("pane-flame");
        page.until(() -> page.text("flame-words").startsWith("all: "));
        check("flame");
        page.press("pane-compare");
        page.until(() -> page.rows("differences") > 5);
        check("compare");
    }

    @Test
    void theFileHoldsTheWordsOfTheView() throws IOException {
        open();
        page.focus("timeline").key(KeyCode.HOME).key(KeyCode.PLUS).key(KeyCode.PLUS);
        Path file = folder.resolve("timeline.svg");
        page.answers.add(file);
        page.choose("export-pane", "export-svg");
        page.until(() -> page.text("message").contains("timeline.svg"));
        String svg = Files.readString(file);
        Scene seen = page.ask(() -> pane("timeline").seen());
        assertThat(seen.shapes()).filteredOn(Shape.Label.class::isInstance).isNotEmpty()
                .allSatisfy(shape -> assertThat(svg).contains(">" + ((Shape.Label) shape).text().replace("&", "&amp;")
                        + "</text>"));
    }
}
