package org.stridescope.ui.control.ink;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Shape;
import org.stridescope.export.scene.TextMeasure;
import org.stridescope.ui.control.Look;

/**
 * A region that shows a {@link Scene}: rectangles and bars straight into pixels, which costs a fraction of what a canvas takes
 * for them, all else onto a canvas above. At most once a frame however often it is asked. Over the picture lie the boxes that
 * move with the hand, which need no painting, and children.
 */
public abstract class ScenePane extends Region {
    private final ImageView image = new ImageView();
    private final Canvas words = new Canvas();
    private final Group over = new Group();
    private final ObservableValue<Look> look;
    private final ChangeListener<Look> onLook = (_, _, _) -> repaint();
    private final Rectangle clip = new Rectangle();
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private final TextWidth widths = new TextWidth();
    private int[] pixels = {};
    private int stride;
    private int rows;
    private boolean stale = true;

    protected ScenePane(ObservableValue<Look> look) {
        this.look = look;
        image.setManaged(false);
        image.setMouseTransparent(true);
        words.setManaged(false);
        words.setMouseTransparent(true);
        over.setManaged(false);
        over.setMouseTransparent(true);
        over.setClip(clip);
        getChildren().addAll(image, words, over);
        look.addListener(new WeakChangeListener<>(onLook));
        InvalidationListener resized = _ -> repaint();
        widthProperty().addListener(resized);
        heightProperty().addListener(resized);
    }

    /**
     * The picture on the theme's background.
     *
     * @param pixel width of a pixel of the screen
     */
    protected abstract Scene scene(double width, double height, Look now, TextMeasure measure, double pixel);

    /** Boxes over the picture, the lowest first; they may change without {@link #repaint}. */
    protected abstract List<Shape.Box> marks(double width, double height, Look now);

    /** What is seen at the moment, as a file has it: the picture and what lies over it. */
    public final Scene seen() {
        double width = Math.max(1, Math.floor(getWidth()));
        double height = Math.max(1, Math.floor(getHeight()));
        Scene below = scene(width, height, look(), widths, pixel());
        List<Shape> shapes = new ArrayList<>(below.shapes());
        shapes.addAll(marks(width, height, look()));
        return new Scene(below.title(), width, height, shapes);
    }

    /** Puts children that lie over the picture into their places. */
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
        clip.setWidth(width);
        clip.setHeight(height);
        placeMarks(marks(width, height, look()));
        layoutOverlay(width, height);
    }

    private void placeMarks(List<Shape.Box> boxes) {
        List<Node> rectangles = over.getChildren();
        while (rectangles.size() < boxes.size())
            rectangles.add(new Rectangle());
        for (int i = 0; i < rectangles.size(); i++) {
            Rectangle rectangle = (Rectangle) rectangles.get(i);
            rectangle.setVisible(i < boxes.size());
            if (i >= boxes.size())
                continue;
            Shape.Box box = boxes.get(i);
            rectangle.setFill(look().palette().of(box.fill()));
            rectangle.setX(box.x());
            rectangle.setY(box.y());
            rectangle.setWidth(box.width());
            rectangle.setHeight(box.height());
        }
    }

    /** Pixels of the window for one of the screen. */
    private double pixel() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : 1 / getScene().getWindow().getOutputScaleX();
    }

    private void paintNow(double width, double height) {
        stale = false;
        double scale = 1 / pixel();
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
        new ScenePainter(pixels, stride, wide, high, scale, look().palette().theme(), g)
                .paint(scene(width, height, look(), widths, 1 / scale));
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
