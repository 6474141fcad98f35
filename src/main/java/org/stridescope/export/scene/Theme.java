package org.stridescope.export.scene;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Colours of the roles, read from the window's stylesheets: one source for what is seen and what is exported. */
public enum Theme {
    LIGHT("light"), DARK("dark");

    private static final double LIT = 0.55;
    private static final int DARK_LETTERS = 0x101820;
    private static final int LIGHT_LETTERS = 0xffffff;

    private final int[] colours = new int[Role.values().length];

    Theme(String name) {
        Map<String, Integer> named = read("/styles/" + name + ".css");
        for (Role role : Role.values()) {
            Integer colour = named.get(role.styleName());
            if (colour == null)
                throw new IllegalStateException("the theme has no -st-" + role.styleName());
            colours[role.ordinal()] = colour;
        }
    }

    private static Map<String, Integer> read(String resource) {
        try (InputStream in = Theme.class.getResourceAsStream(resource)) {
            if (in == null)
                throw new IllegalStateException(resource + " is missing from the program");
            Matcher found = Pattern.compile("-st-([a-z0-9-]+):\\s*#([0-9a-fA-F]{6})\\s*;")
                    .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, Integer> colours = new HashMap<>();
            while (found.find())
                colours.put(found.group(1), Integer.parseInt(found.group(2), 16));
            return colours;
        } catch (IOException error) {
            throw new UncheckedIOException(resource + " cannot be read", error);
        }
    }

    /** The colour of an ink, 0xRRGGBB, its transparency left aside. */
    public int rgb(Ink ink) {
        int mixed = mixed(ink);
        if (!ink.lettering())
            return mixed;
        double light = 0.299 * (mixed >> 16 & 0xff) + 0.587 * (mixed >> 8 & 0xff) + 0.114 * (mixed & 0xff);
        return light > LIT * 255 ? DARK_LETTERS : LIGHT_LETTERS;
    }

    private int mixed(Ink ink) {
        int full = colours[ink.role().ordinal()];
        double s = ink.strength();
        if (s >= 1)
            return full;
        int ground = colours[ink.ground().ordinal()];
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int mixed = (int) Math.round((full >> shift & 0xff) * s + (ground >> shift & 0xff) * (1 - s));
            rgb |= mixed << shift;
        }
        return rgb;
    }

    /** The colour of an ink with its transparency, 0xAARRGGBB. */
    public int argb(Ink ink) {
        return (int) Math.round(Math.clamp(ink.alpha(), 0, 1) * 255) << 24 | rgb(ink);
    }
}
