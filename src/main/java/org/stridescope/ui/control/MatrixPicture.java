package org.stridescope.ui.control;

import java.nio.IntBuffer;
import java.util.Arrays;

import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import org.stridescope.trace.RunTrace;
import org.stridescope.ui.model.RaceMoment;
import org.stridescope.ui.model.ValueRange;

/**
 * A result as a colour map that fills tile by tile. The picture has the screen's own pixels; a later moment of the same run
 * only draws the tiles that are new.
 */
public final class MatrixPicture extends Region {
    private static final int MOST_PIXELS = 1600;

    private final ObservableValue<Look> look;
    private final javafx.beans.value.ChangeListener<Look> onLook = (_, _, _) -> draw();
    private final ImageView view = new ImageView();
    private final TilePainter painter = new TilePainter();
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable RaceMoment moment;
    private @Nullable RunTrace run;
    private ValueRange range = ValueRange.NONE;

    public MatrixPicture(ObservableValue<Look> look) {
        this.look = look;
        look.addListener(new WeakChangeListener<>(onLook));
        view.setManaged(false);
        view.setSmooth(false);
        getChildren().add(view);
        getStyleClass().add("matrix");
    }

    /** Shows a run at a moment; null where it has not begun. */
    public void show(@Nullable RaceMoment newMoment, @Nullable RunTrace newRun, ValueRange newRange) {
        moment = newMoment;
        run = newRun;
        range = newRange;
        draw();
    }

    /** Height over width of what is shown, kept between 1/3 and 3 so that a thin result can be seen. */
    public double aspect() {
        return run == null ? 1 : Math.clamp((double) run.rows() / run.columns(), 1.0 / 3, 3);
    }

    @Override
    protected void layoutChildren() {
        double aspect = aspect();
        double width = Math.min(getWidth(), getHeight() / aspect);
        double height = width * aspect;
        double zoom = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        int across = (int) Math.clamp(Math.round(width * zoom), 1, MOST_PIXELS);
        int down = (int) Math.clamp(Math.round(height * zoom), 1, MOST_PIXELS);
        if (buffer == null || buffer.getWidth() != across || buffer.getHeight() != down) {
            buffer = new PixelBuffer<>(across, down, IntBuffer.allocate(across * down),
                    PixelFormat.getIntArgbPreInstance());
            painter.forget();
            view.setImage(new WritableImage(buffer));
            draw();
        }
        view.setFitWidth(width);
        view.setFitHeight(height);
        view.relocate(0, 0);
    }

    private void draw() {
        PixelBuffer<IntBuffer> pixels = buffer;
        if (pixels == null)
            return;
        if (run != null && Math.abs(aspect() - (double) pixels.getHeight() / pixels.getWidth()) > 0.02)
            setNeedsLayout(true);
        Palette palette = look.getValue().palette();
        int done = moment == null || run == null ? 0 : moment.tilesDone(run);
        pixels.updateBuffer(b -> {
            TilePainter.Area changed = painter.paint(b.getBuffer().array(), b.getWidth(), b.getHeight(), run, done,
                    range, palette);
            return new Rectangle2D(changed.left(), changed.top(), changed.right() - changed.left(),
                    changed.bottom() - changed.top());
        });
        String words = run == null
                ? "result, waiting"
                : "result of " + run.variant() + ", " + done + " of " + run.tileCount()
                        + " tiles";
        if (!words.equals(getAccessibleText()))
            setAccessibleText(words);
    }

    /** For tests: what is on the picture now. */
    int[] pixels() {
        return buffer == null ? new int[0] : Arrays.copyOf(buffer.getBuffer().array(), buffer.getBuffer().capacity());
    }
}
