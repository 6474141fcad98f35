package org.stridescope.ui.control.ink;

import java.util.Arrays;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Shape;
import org.stridescope.export.scene.Theme;

/** Paints a scene on the screen: boxes and bars into an array of pixels, text, areas and lines onto a canvas above them. */
final class ScenePainter {
    private final int[] pixels;
    private final int stride;
    private final int width;
    private final int height;
    private final double scale;
    private final Theme theme;
    private final GraphicsContext canvas;
    private Ink lastInk = Ink.of(Role.BACKGROUND);
    private int lastArgb;

    /**
     * @param stride pixels from one row to the next
     * @param scale pixels of the screen in one of the window
     */
    ScenePainter(int[] pixels, int stride, int width, int height, double scale, Theme theme, GraphicsContext canvas) {
        this.pixels = pixels;
        this.stride = stride;
        this.width = width;
        this.height = height;
        this.scale = scale;
        this.theme = theme;
        this.canvas = canvas;
        lastArgb = premultiplied(theme.argb(lastInk));
        canvas.setTextBaseline(VPos.BASELINE);
    }

    void paint(Scene scene) {
        int background = argb(Ink.of(Role.BACKGROUND));
        for (int y = 0; y < height; y++)
            Arrays.fill(pixels, y * stride, y * stride + width, background);
        for (Shape shape : scene.shapes()) {
            switch (shape) {
                case Shape.Box box -> box(box);
                case Shape.Bars bars -> bars(bars);
                case Shape.Label label -> label(label);
                case Shape.Area area -> {
                    canvas.setFill(colour(area.fill()));
                    canvas.fillPolygon(area.x(), area.y(), area.x().length);
                }
                case Shape.Stroke stroke -> {
                    canvas.setStroke(colour(stroke.ink()));
                    canvas.setLineWidth(stroke.width());
                    canvas.strokePolyline(stroke.x(), stroke.y(), stroke.x().length);
                }
            }
        }
    }

    private void box(Shape.Box b) {
        long x0 = Math.round(b.x() * scale);
        long x1 = Math.max(Math.round((b.x() + b.width()) * scale), x0 + 1);
        fill(x0, x1, Math.round(b.y() * scale), Math.round((b.y() + b.height()) * scale), argb(b.fill()));
    }

    private void bars(Shape.Bars bars) {
        float[] from = bars.from();
        float[] to = bars.to();
        for (int i = 0; i < to.length; i++) {
            if (!(to[i] > from[i]))
                continue;
            fill(Math.round((bars.left() + i * bars.step()) * scale),
                    Math.round((bars.left() + (i + 1) * bars.step()) * scale),
                    Math.round((bars.bottom() - to[i]) * scale), Math.round((bars.bottom() - from[i]) * scale),
                    argb(bars.ink(i)));
        }
    }

    private void fill(long left, long right, long top, long bottom, int argb) {
        int x0 = (int) Math.max(0, left);
        int x1 = (int) Math.min(width, right);
        int y0 = (int) Math.max(0, top);
        int y1 = (int) Math.min(height, bottom);
        boolean opaque = argb >>> 24 == 255;
        for (int row = y0 * stride; row < y1 * stride; row += stride) {
            for (int at = row + x0; at < row + x1; at++)
                pixels[at] = opaque ? argb : over(argb, pixels[at]);
        }
    }

    private void label(Shape.Label label) {
        canvas.setFont(font(label));
        canvas.setFill(colour(label.ink()));
        canvas.setTextAlign(switch (label.anchor()) {
            case START -> TextAlignment.LEFT;
            case MIDDLE -> TextAlignment.CENTER;
            case END -> TextAlignment.RIGHT;
        });
        // on whole pixels, so that the letters of one line look alike
        canvas.fillText(label.text(), Math.round(label.x() * scale) / scale, Math.round(label.y() * scale) / scale);
    }

    private static Font font(Shape.Label label) {
        return TextWidth.font(label.face(), label.size());
    }

    private Color colour(Ink ink) {
        int rgb = theme.rgb(ink);
        return Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, Math.clamp(ink.alpha(), 0, 1));
    }

    private int argb(Ink ink) {
        if (ink != lastInk) {
            lastInk = ink;
            lastArgb = premultiplied(theme.argb(ink));
        }
        return lastArgb;
    }

    private static int premultiplied(int argb) {
        int alpha = argb >>> 24;
        if (alpha == 255)
            return argb;
        return alpha << 24 | (argb >> 16 & 0xff) * alpha / 255 << 16 | (argb >> 8 & 0xff) * alpha / 255 << 8
                | (argb & 0xff) * alpha / 255;
    }

    /** One premultiplied colour over an opaque one. */
    private static int over(int above, int below) {
        int through = 255 - (above >>> 24);
        int redBlue = (below & 0xff00ff) * through + 0x800080 >>> 8 & 0xff00ff;
        int green = (below >>> 8 & 0xff) * through + 0x80 >>> 8 << 8;
        return 0xff000000 | (above & 0xffffff) + redBlue + green;
    }
}
