package org.stridescope.export.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
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
    private final Font regular;
    private final Font bold;

    /** @param scale pixels of the picture for one of the scene */
    public RasterPainter(Theme theme, double scale) {
        this.theme = theme;
        this.scale = scale;
        this.regular = font("/fonts/InterTabular-Regular.otf", Font.PLAIN);
        this.bold = font("/fonts/InterTabular-SemiBold.otf", Font.BOLD);
    }

    /** The program's own font; the system's where that cannot be read. */
    private static Font font(String resource, int style) {
        try (InputStream in = RasterPainter.class.getResourceAsStream(resource)) {
            if (in != null)
                return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            // the system's font will do
        }
        return new Font(Font.SANS_SERIF, style, 12);
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
                case Shape.Box b -> {
                    g.setColor(colour(b.fill()));
                    g.fill(new Rectangle2D.Double(b.x(), b.y(), b.width(), b.height()));
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

    private Color colour(Ink ink) {
        return new Color(theme.rgb(ink));
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
        Font base = label.bold() ? bold : regular;
        Font font = base.deriveFont((float) label.size());
        if (font.canDisplayUpTo(label.text()) >= 0)
            font = new Font(Font.SANS_SERIF, label.bold() ? Font.BOLD : Font.PLAIN, 12)
                    .deriveFont((float) label.size());
        FontRenderContext context = g.getFontRenderContext();
        Font chosen = font;
        String text = TextFit.of(label.text(), label.most(), t -> chosen.getStringBounds(t, context).getWidth());
        double wide = label.anchor() == Shape.Anchor.END ? chosen.getStringBounds(text, context).getWidth() : 0;
        g.setFont(chosen);
        g.setColor(colour(label.ink()));
        g.drawString(text, (float) (label.x() - wide), (float) label.y());
    }
}
