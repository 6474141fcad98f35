package org.stridescope.export.paint;

import java.io.IOException;
import java.util.Locale;

import org.stridescope.export.scene.Face;
import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Shape;
import org.stridescope.export.scene.Theme;

/** Writes scenes as SVG 1.1: rectangles, polygons, lines and text stay what they are. */
public final class SvgPainter {
    /** Width of a letter in sizes of the font, on average: the reader's font is not known here. */
    private static final double LETTER = 0.56;

    private final Theme theme;
    private final Appendable out;

    private SvgPainter(Theme theme, Appendable out) {
        this.theme = theme;
        this.out = out;
    }

    public static void write(Scene scene, Theme theme, Appendable out) throws IOException {
        new SvgPainter(theme, out).write(scene);
    }

    private void write(Scene scene) throws IOException {
        String size = String.format(Locale.ROOT, "width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\"",
                number(scene.width()), number(scene.height()), number(scene.width()), number(scene.height()));
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" ")
                .append(size).append(" font-family=\"Inter, Helvetica, Arial, sans-serif\" role=\"img\">\n<title>")
                .append(escaped(scene.title())).append("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"")
                .append(colour(Ink.of(Role.BACKGROUND))).append("\"/>\n");
        for (Shape shape : scene.shapes()) {
            switch (shape) {
                case Shape.Box b -> box(b);
                case Shape.Bars b -> {
                    for (Shape.Area area : b.areas())
                        area(area);
                }
                case Shape.Area a -> area(a);
                case Shape.Stroke s -> points("polyline", s.x(), s.y(), "fill=\"none\" stroke=\"" + colour(s.ink())
                        + "\" stroke-width=\"" + number(s.width()) + "\"");
                case Shape.Label l -> text(l);
            }
        }
        out.append("</svg>\n");
    }

    private void area(Shape.Area a) throws IOException {
        points("polygon", a.x(), a.y(), "fill=\"" + colour(a.fill()) + "\"" + opacity(a.fill()));
    }

    private static String opacity(Ink ink) {
        return ink.alpha() >= 1 ? "" : " fill-opacity=\"" + number(ink.alpha()) + "\"";
    }

    private void box(Shape.Box b) throws IOException {
        out.append("<rect x=\"").append(number(b.x())).append("\" y=\"").append(number(b.y())).append("\" width=\"")
                .append(number(b.width())).append("\" height=\"").append(number(b.height())).append("\" fill=\"")
                .append(colour(b.fill())).append('"').append(opacity(b.fill()));
        if (b.tip().isEmpty())
            out.append("/>\n");
        else
            out.append("><title>").append(escaped(b.tip())).append("</title></rect>\n");
    }

    private void points(String element, double[] x, double[] y, String style) throws IOException {
        out.append('<').append(element).append(' ').append(style).append(" points=\"");
        for (int i = 0; i < x.length; i++)
            out.append(i == 0 ? "" : " ").append(number(x[i])).append(',').append(number(y[i]));
        out.append("\"/>\n");
    }

    private void text(Shape.Label label) throws IOException {
        String text = TextFit.of(label.text(), label.most(), t -> LETTER * label.size() * t.length());
        out.append("<text x=\"").append(number(label.x())).append("\" y=\"").append(number(label.y()))
                .append("\" font-size=\"").append(number(label.size())).append("\" fill=\"")
                .append(colour(label.ink())).append('"');
        if (label.anchor() == Shape.Anchor.END)
            out.append(" text-anchor=\"end\"");
        if (label.anchor() == Shape.Anchor.MIDDLE)
            out.append(" text-anchor=\"middle\"");
        if (label.face() == Face.STRONG)
            out.append(" font-weight=\"600\"");
        if (label.face() == Face.MONO)
            out.append(" font-family=\"JetBrains Mono, DejaVu Sans Mono, monospace\"");
        out.append('>').append(escaped(text)).append("</text>\n");
    }

    private String colour(Ink ink) {
        return String.format(Locale.ROOT, "#%06x", theme.rgb(ink));
    }

    /** Two decimals at most: a hundredth of a pixel. */
    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().filter(c -> c >= ' ' && c != 0xfffe && c != 0xffff).forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
