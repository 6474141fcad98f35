package org.stridescope.export.scene;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts a scene together: rectangles, bars and text, cut to a rectangle of the caller's. Lengths are in pixels, x to the right, y
 * down; what is put later covers what was put before.
 */
public final class SceneBrush {
    /** From the middle of a line of letters down to its base line, in sizes of the font. */
    private static final double BASE_LINE = 0.36;

    private final TextMeasure measure;
    private final double pixel;
    private final List<Shape> shapes = new ArrayList<>();
    private double top = Double.NEGATIVE_INFINITY;
    private double bottom = Double.POSITIVE_INFINITY;

    /** @param pixel width of a pixel of the screen: bars need not be narrower */
    public SceneBrush(TextMeasure measure, double pixel) {
        this.measure = measure;
        this.pixel = pixel;
    }

    /** The width of a pixel of the screen. */
    public double pixel() {
        return pixel;
    }

    /** Nothing is put above or below these heights until the next call. */
    public void between(double newTop, double newBottom) {
        top = newTop;
        bottom = newBottom;
    }

    /** An upright rectangle. */
    public void rect(double x, double y, double width, double height, Ink ink) {
        rect(x, y, width, height, ink, "");
    }

    /** An upright rectangle that says what it stands for. */
    public void rect(double x, double y, double width, double height, Ink ink, String tip) {
        double upper = Math.max(y, top);
        double lower = Math.min(y + height, bottom);
        if (width > 0 && lower > upper)
            shapes.add(new Shape.Box(x, upper, width, lower - upper, ink, tip));
    }

    /**
     * Bars as {@link Shape.Bars} has them; the heights are copied.
     *
     * @param inks one a bar, or one for all; not copied
     */
    public void bars(double left, double base, double step, float[] from, float[] to, Ink... inks) {
        float most = (float) (base - Math.max(top, -1e9));
        float least = (float) (base - Math.min(bottom, 1e9));
        float[] lower = new float[to.length];
        float[] upper = new float[to.length];
        boolean any = false;
        for (int i = 0; i < to.length; i++) {
            lower[i] = Math.max(from[i], least);
            upper[i] = Math.min(to[i], most);
            any |= upper[i] > lower[i];
        }
        if (any)
            shapes.add(new Shape.Bars(left, base, step, lower, upper, inks));
    }

    /** One line of text, its middle at {@code middle}, cut short with dots where it is wider than {@code most}. */
    public void text(String text, double x, double middle, double most, Face face, double size, Ink ink,
            Shape.Anchor anchor) {
        if (middle < top || middle > bottom || most <= 0)
            return;
        String fitting = measure.fit(text, face, size, most);
        if (!fitting.isEmpty())
            shapes.add(new Shape.Label(x, middle + BASE_LINE * size, fitting, size, ink, anchor, face,
                    Double.MAX_VALUE));
    }

    /** How wide a line of text is. */
    public double width(String text, Face face, double size) {
        return measure.width(text, face, size);
    }

    /** What has been put so far. */
    public Scene scene(String title, double width, double height) {
        return new Scene(title, width, height, shapes);
    }
}
