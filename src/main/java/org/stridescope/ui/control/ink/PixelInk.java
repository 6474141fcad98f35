package org.stridescope.ui.control.ink;

import java.util.Arrays;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Rectangles into an array of pixels, text onto a canvas above them. */
final class PixelInk implements Ink {
    private final int[] pixels;
    private final int stride;
    private final int width;
    private final int height;
    private final double scale;
    private final GraphicsContext words;
    private final TextWidth widths;
    private int left;
    private int top;
    private int right;
    private int bottom;
    private Color lastColour = Color.TRANSPARENT;
    private int lastArgb;

    /**
     * @param stride pixels from one row to the next
     * @param scale pixels of the screen in one of the window
     */
    PixelInk(int[] pixels, int stride, int width, int height, double scale, GraphicsContext words,
            TextWidth widths) {
        this.pixels = pixels;
        this.stride = stride;
        this.width = width;
        this.height = height;
        this.scale = scale;
        this.words = words;
        this.widths = widths;
        right = width;
        bottom = height;
        words.setTextBaseline(VPos.CENTER);
    }

    void fill(Color colour) {
        int argb = argb(colour);
        for (int y = 0; y < height; y++)
            Arrays.fill(pixels, y * stride, y * stride + width, argb);
    }

    @Override
    public double pixel() {
        return 1 / scale;
    }

    @Override
    public void clip(double x, double y, double wide, double high) {
        left = Math.clamp(Math.round(x * scale), 0, width);
        top = Math.clamp(Math.round(y * scale), 0, height);
        right = Math.clamp(Math.round((x + wide) * scale), left, width);
        bottom = Math.clamp(Math.round((y + high) * scale), top, height);
    }

    @Override
    public void rect(double x, double y, double wide, double high, Color colour) {
        int x0 = (int) Math.max(left, Math.round(x * scale));
        int x1 = (int) Math.min(right, Math.max(Math.round((x + wide) * scale), Math.round(x * scale) + 1));
        int y0 = (int) Math.max(top, Math.round(y * scale));
        int y1 = (int) Math.min(bottom, Math.round((y + high) * scale));
        if (x1 <= x0 || wide <= 0)
            return;
        int argb = argb(colour);
        boolean opaque = argb >>> 24 == 255;
        for (int row = y0; row < y1; row++) {
            if (opaque) {
                Arrays.fill(pixels, row * stride + x0, row * stride + x1, argb);
            } else {
                for (int at = row * stride + x0; at < row * stride + x1; at++)
                    pixels[at] = over(argb, pixels[at]);
            }
        }
    }

    @Override
    public void bars(double start, double base, double step, float[] from, float[] to, Color[] colours) {
        for (int i = 0; i < to.length; i++) {
            if (!(to[i] > from[i]))
                continue;
            int x0 = (int) Math.max(left, Math.round((start + i * step) * scale));
            int x1 = (int) Math.min(right, Math.round((start + (i + 1) * step) * scale));
            int y0 = (int) Math.max(top, Math.round((base - to[i]) * scale));
            int y1 = (int) Math.min(bottom, Math.round((base - from[i]) * scale));
            int argb = argb(colours[i]);
            boolean opaque = argb >>> 24 == 255;
            for (int row = y0; row < y1; row++) {
                for (int at = row * stride + x0; at < row * stride + x1; at++)
                    pixels[at] = opaque ? argb : over(argb, pixels[at]);
            }
        }
    }

    @Override
    public void text(String text, double x, double middle, double most, Font font, Color colour, TextAlignment align) {
        if (middle * scale < top || middle * scale > bottom || most <= 0)
            return;
        words.setFont(font);
        words.setFill(colour);
        words.setTextAlign(align);
        words.fillText(widths.fit(text, font, most), Math.round(x * scale) / scale,
                Math.round(middle * scale) / scale);
    }

    @Override
    public double width(String text, Font font) {
        return widths.of(text, font);
    }

    private int argb(Color colour) {
        if (colour == lastColour)
            return lastArgb;
        int alpha = (int) Math.round(colour.getOpacity() * 255);
        lastColour = colour;
        lastArgb = alpha << 24 | part(colour.getRed(), alpha) << 16 | part(colour.getGreen(), alpha) << 8
                | part(colour.getBlue(), alpha);
        return lastArgb;
    }

    private static int part(double share, int alpha) {
        return (int) Math.round(share * alpha);
    }

    /** One premultiplied colour over an opaque one. */
    private static int over(int above, int below) {
        int through = 255 - (above >>> 24);
        int redBlue = (below & 0xff00ff) * through + 0x800080 >>> 8 & 0xff00ff;
        int green = (below >>> 8 & 0xff) * through + 0x80 >>> 8 << 8;
        return 0xff000000 | (above & 0xffffff) + redBlue + green;
    }
}
