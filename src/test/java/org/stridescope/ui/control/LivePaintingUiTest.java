package org.stridescope.ui.control;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import org.stridescope.trace.Recording;
import org.stridescope.ui.model.MemoryCurve;
import org.stridescope.ui.model.RaceMoment;
import org.stridescope.ui.model.RecordedRace;
import org.stridescope.ui.model.ThreadLanes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Live, a pane paints only what has come since its last picture. That has to be, pixel by pixel, what a pane shows that sees
 * the same moment first and paints all of it.
 */
@ExtendWith(ApplicationExtension.class)
class LivePaintingUiTest {
    private static final long MS = RecordedRace.MS;
    private static final long SCALE = 300L << 20;
    private static final List<String> VARIANTS = List.of("loops", "c");
    private final Group root = new Group();
    private final Recording whole = RecordedRace.loopsAndC();

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(root, 700, 300));
        stage.show();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.4})
    void lanes(double scale) {
        check(scale, LanesPicture::new, (pane, moment) -> moment.run("loops").ifPresent(
                run -> pane.show(moment, run, ThreadLanes.of(moment.recording(), run), moment.span())));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.4})
    void memory(double scale) {
        check(scale, MemoryPicture::new, (pane, moment) -> moment.run("loops").ifPresent(
                run -> pane.show(moment, run, MemoryCurve.of(moment.recording(), run), moment.span(), SCALE)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.4})
    void strips(double scale) {
        check(scale, look -> new TileStrips(look, _ -> {}),
                (pane, moment) -> pane.show(VARIANTS, moment, moment.time(), false));
    }

    private <P extends Region> void check(double scale, Function<ObservableValue<Look>, P> maker,
            BiConsumer<P, RaceMoment> show) {
        ObservableValue<Look> look = new SimpleObjectProperty<>(new Look(Palette.load(true), scale));
        P live = shown(maker, look);
        for (long time = 110 * MS; time < whole.durationNanos() + 100 * MS; time += 41 * MS) {
            RaceMoment moment = RaceMoment.live(whole.until(Math.min(time, whole.durationNanos())));
            WritableImage seen = picture(live, show, moment);
            WritableImage anew = picture(shown(maker, look), show, moment);
            assertThat(different(seen, anew)).as("pixels that differ at %d ms", time / MS).isZero();
        }
    }

    /** Of a width and height that end within a pixel. */
    private <P extends Region> P shown(Function<ObservableValue<Look>, P> maker, ObservableValue<Look> look) {
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            P pane = maker.apply(look);
            pane.setManaged(false);
            root.getChildren().add(pane);
            pane.resizeRelocate(0, 0, 640.5, 120.4);
            return pane;
        });
    }

    private <P extends Region> WritableImage picture(P pane, BiConsumer<P, RaceMoment> show, RaceMoment moment) {
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            show.accept(pane, moment);
            pane.layout();
            return pane.snapshot(null, null);
        });
    }

    private static int different(WritableImage a, WritableImage b) {
        assertThat(a.getWidth()).isEqualTo(b.getWidth()).isGreaterThan(100);
        int different = 0;
        for (int y = 0; y < (int) a.getHeight(); y++)
            for (int x = 0; x < (int) a.getWidth(); x++)
                different += a.getPixelReader().getArgb(x, y) == b.getPixelReader().getArgb(x, y) ? 0 : 1;
        return different;
    }
}
