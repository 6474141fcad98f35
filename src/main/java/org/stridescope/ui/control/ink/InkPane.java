package org.stridescope.ui.control.ink;

import java.nio.IntBuffer;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import org.stridescope.ui.control.Look;

/**
 * A region that paints itself with {@link Ink}: rectangles straight into pixels, which costs a fraction of what a canvas takes
 * for them, text onto a canvas above. At most once a frame however often it is asked. Children may lie over the picture.
 */
public abstract class InkPane extends Region {
    private final ImageView image = new ImageView();
    private final Canvas words = new Canvas();
    private final ObservableValue<Look> look;
    private final ChangeListener<Look> onLook = (_, _, _) -> repaint();
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private final TextWidth widths = new TextWidth();
    private int[] pixels = {};
    private int stride;
    private int rows;
    private boolean stale = true;

    protected InkPane(ObservableValue<Look> look) {
        this.look = look;
        image.setManaged(false);
        image.setMouseTransparent(true);
        words.setManaged(false);
        words.setMouseTransparent(true);
        getChildren().addAll(image, words);
        look.addListener(new WeakChangeListener<>(onLook));
        InvalidationListener resized = _ -> repaint();
        widthProperty().addListener(resized);
        heightProperty().addListener(resized);
    }

    /** Paints everything within width and height over the theme's background. */
    public abstract void paint(Ink ink, double width, double height, Look now);

    /** Puts what lies over the picture into its place. */
    protected abstract void layoutOverlay(double width, double height);

    protected final Look look() {
        return look.getValue();
    }

    /** The picture has changed; it is painted with the next frame. */
    public final void repaint() {
        stale = true;
        setNeedsLayout(true);
    }

    /** Only what lies over the picture has changed. */
    protected final void moveOverlay() {
        setNeedsLayout(true);
    }

    @Override
    protected final void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width < 1 || height < 1)
            return;
        if (stale)
            paintNow(width, height);
        layoutOverlay(width, height);
    }

    private void paintNow(double width, double height) {
        stale = false;
        double scale = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        int wide = (int) Math.ceil(width * scale);
        int high = (int) Math.ceil(height * scale);
        PixelBuffer<IntBuffer> into = room(wide, high);
        image.setViewport(new Rectangle2D(0, 0, wide, high));
        image.setFitWidth(wide / scale);
        image.setFitHeight(high / scale);
        words.setWidth(width);
        words.setHeight(height);
        GraphicsContext g = words.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        PixelInk ink = new PixelInk(pixels, stride, wide, high, scale, g, widths);
        ink.fill(look().palette().background());
        paint(ink, width, height, look());
        into.updateBuffer(_ -> new Rectangle2D(0, 0, wide, high));
    }

    /** Pixels for so many; the ones there are where they suffice. */
    private PixelBuffer<IntBuffer> room(int wide, int high) {
        PixelBuffer<IntBuffer> has = buffer;
        if (has != null && wide <= stride && high <= rows)
            return has;
        stride = Math.max(wide, stride);
        rows = Math.max(high, rows);
        pixels = new int[stride * rows];
        PixelBuffer<IntBuffer> made = new PixelBuffer<>(stride, rows, IntBuffer.wrap(pixels),
                PixelFormat.getIntArgbPreInstance());
        image.setImage(new WritableImage(made));
        buffer = made;
        return made;
    }
}
