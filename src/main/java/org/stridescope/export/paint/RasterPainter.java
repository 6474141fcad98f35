package org.stridescope.export.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;

import javax.imageio.ImageIO;

import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Shape;
import org.stridescope.export.scene.Theme;

/** Paints scenes into pixels, by Java2D. */
public final class RasterPainter {
    private final Theme theme;
    private final double scale;
    private final PackedFonts fonts = new PackedFonts();
    private Ink lastInk = Ink.of(Role.BACKGROUND);
    private Color lastColour;

    /** @param scale pixels of the picture for one of the scene */
    public RasterPainter(Theme theme, double scale) {
        this.theme = theme;
        this.scale = scale;
        lastColour = new Color(theme.argb(lastInk), true);
    }

    /** Writes a scene as PNG. */
    public void png(Scene scene, OutputStream out) throws IOException {
        if (!ImageIO.write(image(scene), "png", out))
            throw new IOException("this Java writes no PNG");
    }

    /** A scene as pixels on the theme's background. */
    public BufferedImage image(Scene scene) {
        int width = (int) Math.ceil(scene.width() * scale);
        int height = (int) Math.ceil(scene.height() * scale);
        BufferedImage image = new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(theme.rgb(Ink.of(Role.BACKGROUND))));
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.scale(scale, scale);
        paint(scene, g);
        g.dispose();
        return image;
    }

    /** Paints a scene's shapes at the origin of a graphics. */
    public void paint(Scene scene, Graphics2D g) {
        for (Shape shape : scene.shapes()) {
            switch (shape) {
                case Shape.Box b -> pixels(g, b.x(), b.y(), b.x() + b.width(), b.y() + b.height(), b.fill(), 1);
                case Shape.Bars b -> {
                    for (int i = 0; i < b.to().length; i++) {
                        double x = b.left() + i * b.step();
                        if (b.to()[i] > b.from()[i])
                            pixels(g, x, b.bottom() - b.to()[i], x + b.step(), b.bottom() - b.from()[i], b.ink(i), 0);
                    }
                }
                case Shape.Area a -> {
                    g.setColor(colour(a.fill()));
                    Path2D path = path(a.x(), a.y());
                    path.closePath();
                    g.fill(path);
                }
                case Shape.Stroke s -> {
                    g.setColor(colour(s.ink()));
                    g.setStroke(new BasicStroke((float) s.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
                    g.draw(path(s.x(), s.y()));
                }
                case Shape.Label label -> text(label, g);
            }
        }
    }

    /**
     * A rectangle of whole pixels, as the window paints it.
     *
     * @param least pixels that it is wide
     */
    private void pixels(Graphics2D g, double left, double top, double right, double bottom, Ink ink, int least) {
        double x = Math.round(left * scale);
        double y = Math.round(top * scale);
        double wide = Math.max(least, Math.round(right * scale) - x);
        double high = Math.round(bottom * scale) - y;
        if (wide <= 0 || high <= 0)
            return;
        g.setColor(colour(ink));
        g.fill(new Rectangle2D.Double(x / scale, y / scale, wide / scale, high / scale));
    }

    private Color colour(Ink ink) {
        if (ink != lastInk) {
            lastInk = ink;
            lastColour = new Color(theme.argb(ink), true);
        }
        return lastColour;
    }

    private static Path2D path(double[] x, double[] y) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < x.length; i++) {
            if (i == 0)
                path.moveTo(x[i], y[i]);
            else
                path.lineTo(x[i], y[i]);
        }
        if (x.length == 0)
            path.moveTo(0, 0);
        return path;
    }

    private void text(Shape.Label label, Graphics2D g) {
        Font chosen = fonts.of(label.face(), label.size(), label.text());
        FontRenderContext context = g.getFontRenderContext();
        String text = TextFit.of(label.text(), label.most(), t -> chosen.getStringBounds(t, context).getWidth());
        double wide = label.anchor() == Shape.Anchor.START ? 0 : chosen.getStringBounds(text, context).getWidth();
        if (label.anchor() == Shape.Anchor.MIDDLE)
            wide /= 2;
        g.setFont(chosen);
        g.setColor(colour(label.ink()));
        g.drawString(text, (float) (label.x() - wide), (float) label.y());
    }
}
