package org.stridescope.export.paint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Calendar;
import java.util.GregorianCalendar;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Shape;
import org.stridescope.export.scene.Theme;

/**
 * Writes a scene as a PDF of one page, a point for a pixel, by PDFBox. Text stays text, in Helvetica, which every reader has; in
 * a font that is packed along where Helvetica lacks a letter.
 */
public final class PdfPainter {
    private final Theme theme;
    private final PDPageContentStream page;
    private final double height;
    private final PDFont regular = new PDType1Font(FontName.HELVETICA);
    private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
    private final PDFont wide;
    private double alpha = 1;

    private PdfPainter(Theme theme, PDPageContentStream page, double height, PDFont wide) {
        this.theme = theme;
        this.page = page;
        this.height = height;
        this.wide = wide;
    }

    public static void write(Scene scene, Theme theme, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument();
                InputStream font = PdfPainter.class.getResourceAsStream("/fonts/JetBrainsMono-Regular.ttf")) {
            PDPage page = new PDPage(new PDRectangle((float) scene.width(), (float) scene.height()));
            document.addPage(page);
            document.getDocumentInformation().setTitle(scene.title());
            document.getDocumentInformation().setCreator("Stridescope");
            Calendar now = new GregorianCalendar();
            document.getDocumentInformation().setCreationDate(now);
            PDFont wide = font == null ? new PDType1Font(FontName.COURIER) : PDType0Font.load(document, font);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                new PdfPainter(theme, content, scene.height(), wide).paint(scene);
            }
            document.save(out);
        }
    }

    private void paint(Scene scene) throws IOException {
        fill(Ink.of(Role.BACKGROUND));
        page.addRect(0, 0, (float) scene.width(), (float) scene.height());
        page.fill();
        for (Shape shape : scene.shapes()) {
            switch (shape) {
                case Shape.Box b -> {
                    fill(b.fill());
                    page.addRect((float) b.x(), up(b.y() + b.height()), (float) b.width(), (float) b.height());
                    page.fill();
                }
                case Shape.Bars b -> {
                    for (Shape.Area area : b.areas())
                        area(area);
                }
                case Shape.Area a -> area(a);
                case Shape.Stroke s -> {
                    if (s.x().length < 2)
                        break;
                    int rgb = theme.rgb(s.ink());
                    page.setStrokingColor((rgb >> 16 & 0xff) / 255f, (rgb >> 8 & 0xff) / 255f, (rgb & 0xff) / 255f);
                    page.setLineWidth((float) s.width());
                    path(s.x(), s.y());
                    page.stroke();
                }
                case Shape.Label label -> text(label);
            }
        }
    }

    private void area(Shape.Area a) throws IOException {
        if (a.x().length < 2)
            return;
        fill(a.fill());
        path(a.x(), a.y());
        page.closePath();
        page.fill();
    }

    private float up(double y) {
        return (float) (height - y);
    }

    private void fill(Ink ink) throws IOException {
        if (ink.alpha() != alpha) {
            alpha = ink.alpha();
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant((float) alpha);
            page.setGraphicsStateParameters(state);
        }
        int rgb = theme.rgb(ink);
        page.setNonStrokingColor((rgb >> 16 & 0xff) / 255f, (rgb >> 8 & 0xff) / 255f, (rgb & 0xff) / 255f);
    }

    private void path(double[] x, double[] y) throws IOException {
        page.moveTo((float) x[0], up(y[0]));
        for (int i = 1; i < x.length; i++)
            page.lineTo((float) x[i], up(y[i]));
    }

    private void text(Shape.Label label) throws IOException {
        PDFont font = switch (label.face()) {
            case WORDS -> regular;
            case STRONG -> bold;
            case MONO -> wide;
        };
        String whole = label.text();
        if (!has(font, whole + "\u2026")) {
            font = wide;
            whole = shown(font, whole);
        }
        PDFont chosen = font;
        String text = TextFit.of(whole, label.most(), t -> width(chosen, t, label.size()));
        if (text.isEmpty())
            return;
        double left = label.anchor() == Shape.Anchor.START ? 0 : width(chosen, text, label.size());
        if (label.anchor() == Shape.Anchor.MIDDLE)
            left /= 2;
        fill(label.ink());
        page.beginText();
        page.setFont(chosen, (float) label.size());
        page.newLineAtOffset((float) (label.x() - left), up(label.y()));
        page.showText(text);
        page.endText();
    }

    private static boolean has(PDFont font, String text) {
        try {
            font.encode(text);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** With a question mark for each letter that even this font lacks. */
    private static String shown(PDFont font, String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> shown.append(has(font, Character.toString(c)) ? Character.toString(c) : "?"));
        return shown.toString();
    }

    private static double width(PDFont font, String text, double size) {
        try {
            return font.getStringWidth(text) / 1000 * size;
        } catch (IOException e) {
            return text.length() * size * 0.6;
        }
    }
}
