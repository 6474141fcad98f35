package org.stridescope.ui.control.timeline;

import java.util.Arrays;

import javafx.scene.paint.Color;

import org.stridescope.ui.control.Palette;
import org.stridescope.ui.model.timeline.SpanTrack;
import org.stridescope.ui.model.timeline.ThreadKind;

/** Colours of columns: a worker's are those of the variant that runs at that time. */
final class Shades {
    private static final double PALE = 0.42;

    private final Palette palette;
    private final Color[] atWork;
    private final Color[] atWorkPale;
    private final int columns;

    /** @param runs the variants' runs, which may be none */
    Shades(Palette palette, SpanTrack runs, Plot plot, int columns) {
        this.palette = palette;
        this.columns = columns;
        atWork = new Color[columns];
        Arrays.fill(atWork, palette.accent());
        for (int i = runs.firstEndingFrom(plot.view().from()); i < runs.firstAfter(plot.view().to()); i++) {
            int first = (int) Math.floor((plot.x(runs.from(i)) - plot.left()) / plot.width() * columns);
            int last = (int) Math.ceil((plot.x(runs.to(i)) - plot.left()) / plot.width() * columns);
            Color hue = palette.hue(runs.item(i).hue());
            for (int column = Math.max(0, first); column < Math.min(columns, last); column++)
                atWork[column] = hue;
        }
        atWorkPale = pale(atWork);
    }

    private Color[] pale(Color[] colours) {
        Color[] pale = new Color[colours.length];
        for (int i = 0; i < pale.length; i++)
            pale[i] = i > 0 && colours[i] == colours[i - 1] ? pale[i - 1] : pale(colours[i]);
        return pale;
    }

    private Color pale(Color colour) {
        return palette.raised().interpolate(colour, PALE);
    }

    Color[] of(ThreadKind kind) {
        return switch (kind) {
            case WORKER, PROGRAM -> atWork;
            case COLLECTOR -> all(palette.danger());
            case OWN -> all(palette.muted());
        };
    }

    /** For the most that was within a column, behind its mean. */
    Color[] paleOf(ThreadKind kind) {
        return switch (kind) {
            case WORKER, PROGRAM -> atWorkPale;
            case COLLECTOR -> all(pale(palette.danger()));
            case OWN -> all(pale(palette.muted()));
        };
    }

    Color[] all(Color colour) {
        Color[] colours = new Color[columns];
        Arrays.fill(colours, colour);
        return colours;
    }
}
