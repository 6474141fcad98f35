package org.stridescope.export.paint;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;

import org.stridescope.export.scene.Face;
import org.stridescope.export.scene.TextMeasure;

/** The program's own fonts for Java2D, which needs no display; the system's where one of them lacks a letter. */
public final class PackedFonts implements TextMeasure {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final Map<Face, Font> faces = new EnumMap<>(Face.class);

    public PackedFonts() {
        for (Face face : Face.values())
            faces.put(face, load(face));
    }

    private static Font load(Face face) {
        String name = switch (face) {
            case WORDS -> "InterTabular-Regular.otf";
            case STRONG -> "InterTabular-SemiBold.otf";
            case MONO -> "JetBrainsMono-Regular.ttf";
        };
        try (InputStream in = PackedFonts.class.getResourceAsStream("/fonts/" + name)) {
            if (in != null)
                return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            // the system's font will do
        }
        return new Font(Font.SANS_SERIF, face == Face.STRONG ? Font.BOLD : Font.PLAIN, 12);
    }

    /** The font that shows all of a text. */
    Font of(Face face, double size, String text) {
        Font packed = faces.getOrDefault(face, new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        Font shown = packed.canDisplayUpTo(text) < 0
                ? packed
                : new Font(Font.SANS_SERIF, face == Face.STRONG ? Font.BOLD : Font.PLAIN, 12);
        return shown.deriveFont((float) size);
    }

    @Override
    public double width(String text, Face face, double size) {
        return of(face, size, text).getStringBounds(text, CONTEXT).getWidth();
    }
}
