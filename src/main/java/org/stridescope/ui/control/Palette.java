package org.stridescope.ui.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import javafx.scene.paint.Color;

import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Theme;
import org.stridescope.ui.model.Hues;

/** A theme's colours for drawn panes, read from its stylesheet: one source for both. */
public final class Palette {
    private static final Pattern COLOUR = Pattern.compile("-st-([a-z0-9-]+):\\s*(#[0-9a-fA-F]{6,8})\\s*;");

    private final boolean dark;
    private final Map<String, Color> colours;
    private final Color[] hues;

    private Palette(boolean dark, Map<String, Color> colours) {
        this.dark = dark;
        this.colours = colours;
        this.hues = IntStream.range(0, Hues.COUNT).mapToObj(i -> named("hue-" + i)).toArray(Color[]::new);
    }

    /** The palette of styles/dark.css or styles/light.css. */
    public static Palette load(boolean dark) {
        String name = "/styles/" + (dark ? "dark" : "light") + ".css";
        try (InputStream in = Palette.class.getResourceAsStream(name)) {
            if (in == null)
                throw new IllegalStateException(name + " is missing from the program");
            Matcher found = COLOUR.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, Color> colours = new HashMap<>();
            while (found.find())
                colours.put(found.group(1), Color.web(found.group(2)));
            return new Palette(dark, colours);
        } catch (IOException error) {
            throw new UncheckedIOException(name + " cannot be read", error);
        }
    }

    /** The same colours by their roles. */
    public Theme theme() {
        return dark ? Theme.DARK : Theme.LIGHT;
    }

    /** The colour of an ink. */
    public Color of(Ink ink) {
        int rgb = theme().rgb(ink);
        return Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, Math.clamp(ink.alpha(), 0, 1));
    }

    public boolean isDark() {
        return dark;
    }

    public Color background() {
        return named("background");
    }

    public Color panel() {
        return named("panel");
    }

    public Color raised() {
        return named("raised");
    }

    public Color line() {
        return named("line");
    }

    public Color text() {
        return named("text");
    }

    public Color muted() {
        return named("muted");
    }

    public Color danger() {
        return named("danger");
    }

    /** The hue with this number; numbers beyond the last begin again. */
    public Color hue(int number) {
        return hues[Math.floorMod(number, hues.length)];
    }

    public Color accent() {
        return named("accent");
    }

    /** The colour of a variant. */
    public Color hue(String variant) {
        return hues[Hues.of(variant)];
    }

    /** The colour's name in the stylesheet, for controls styled there. */
    public static String hueName(String variant) {
        return "-st-hue-" + Hues.of(variant);
    }

    private Color named(String name) {
        Color colour = colours.get(name);
        if (colour == null)
            throw new IllegalStateException("the theme has no -st-" + name);
        return colour;
    }
}
