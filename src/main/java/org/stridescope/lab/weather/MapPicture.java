package org.stridescope.lab.weather;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;

import javax.imageio.ImageIO;

import org.stridescope.io.IoError;

/** A map with title and scale as a PNG, or as an SVG whose frame is drawn and whose map is an image in it. */
public final class MapPicture {
    private static final int MARGIN = 24;
    private static final int TITLE = 28;
    private static final int SCALE = 14;
    private static final int LABELS = 26;
    private static final int INK = 0x2b2f36;

    private final WeatherMap map;

    public MapPicture(WeatherMap map) {
        this.map = map;
    }

    /** Written as PNG or as SVG, by the end of the name; any other is refused. */
    public void write(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".svg") && !name.endsWith(".png"))
            throw new IoError(file + ": a map is saved as .png or .svg; end the name so");
        try {
            if (name.endsWith(".svg"))
                Files.writeString(file, svg());
            else
                Files.write(file, png(framed()));
        } catch (IOException e) {
            throw IoError.in(file, e);
        }
    }

    private int width() {
        return map.width() + 2 * MARGIN;
    }

    private int height() {
        return map.height() + 2 * MARGIN + TITLE + SCALE + LABELS;
    }

    private BufferedImage bare() {
        BufferedImage image = new BufferedImage(map.width(), map.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, map.width(), map.height(), map.pixels(), 0, map.width());
        return image;
    }

    private BufferedImage framed() {
        BufferedImage image = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D to = image.createGraphics();
        to.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        to.setColor(Color.WHITE);
        to.fillRect(0, 0, width(), height());
        to.setColor(new Color(INK));
        to.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
        to.drawString(map.title(), MARGIN, MARGIN + 13);
        to.drawImage(bare(), MARGIN, MARGIN + TITLE, null);
        int top = scaleTop();
        for (int x = 0; x < map.width(); x++) {
            to.setColor(new Color(MapColours.argb(x / (double) Math.max(1, map.width() - 1))));
            to.fillRect(MARGIN + x, top, 1, SCALE);
        }
        to.setColor(new Color(INK));
        to.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        double[] ticks = map.ticks();
        for (int i = 0; i < ticks.length; i++) {
            int at = MARGIN + i * (map.width() - 1) / (ticks.length - 1);
            String label = map.label(ticks[i]);
            to.drawLine(at, top + SCALE, at, top + SCALE + 4);
            int wide = to.getFontMetrics().stringWidth(label);
            to.drawString(label, Math.max(2, Math.min(width() - wide - 2, at - wide / 2)), top + SCALE + 18);
        }
        to.dispose();
        return image;
    }

    private int scaleTop() {
        return MARGIN + TITLE + map.height() + 10;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private String svg() throws IOException {
        StringBuilder out = new StringBuilder();
        out.append(String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" \
                font-family="sans-serif" fill="#%06x">
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                <text x="%d" y="%d" font-size="15" font-weight="bold">%s</text>
                <image x="%d" y="%d" width="%d" height="%d" href="data:image/png;base64,%s"/>
                <defs><linearGradient id="scale">
                """, width(), height(), width(), height(), INK, MARGIN, MARGIN + 13, escaped(map.title()), MARGIN,
                MARGIN + TITLE, map.width(), map.height(),
                new String(Base64.getEncoder().encode(png(bare())), StandardCharsets.ISO_8859_1)));
        for (int i = 0; i <= 32; i++)
            out.append(String.format(Locale.ROOT, "<stop offset=\"%.4f\" stop-color=\"#%06x\"/>%n", i / 32.0,
                    MapColours.argb(i / 32.0) & 0xffffff));
        out.append(String.format(Locale.ROOT, "</linearGradient></defs>%n<rect x=\"%d\" y=\"%d\" width=\"%d\""
                + " height=\"%d\" fill=\"url(#scale)\"/>%n", MARGIN, scaleTop(), map.width(), SCALE));
        double[] ticks = map.ticks();
        for (int i = 0; i < ticks.length; i++) {
            int at = MARGIN + i * (map.width() - 1) / (ticks.length - 1);
            out.append(String.format(Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" font-size=\"12\" text-anchor=\"%s\">%s</text>%n",
                    at, scaleTop() + SCALE + 18, i == 0 ? "start" : i == ticks.length - 1 ? "end" : "middle",
                    map.label(ticks[i])));
        }
        return out.append("</svg>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
