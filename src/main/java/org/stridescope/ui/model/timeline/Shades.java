package org.stridescope.ui.model.timeline;

import java.util.Arrays;

import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;

/** Inks of columns: a worker's are those of the variant that runs at that time. */
public final class Shades {
    private static final double PALE = 0.42;
    private static final Ink[] COLLECTOR = {Ink.of(Role.DANGER)};
    private static final Ink[] COLLECTOR_PALE = {pale(Role.DANGER)};
    private static final Ink[] OWN = {Ink.of(Role.MUTED)};
    private static final Ink[] OWN_PALE = {pale(Role.MUTED)};

    private final Ink[] atWork;
    private final Ink[] atWorkPale;

    /** @param runs the variants' runs, which may be none */
    public Shades(SpanTrack runs, Plot plot, int columns) {
        atWork = new Ink[columns];
        atWorkPale = new Ink[columns];
        Arrays.fill(atWork, Ink.of(Role.ACCENT));
        Arrays.fill(atWorkPale, pale(Role.ACCENT));
        for (int i = runs.firstEndingFrom(plot.view().from()); i < runs.firstAfter(plot.view().to()); i++) {
            int first = Math.max(0, (int) Math.floor(plot.view().share(runs.from(i)) * columns));
            int last = Math.min(columns, (int) Math.ceil(plot.view().share(runs.to(i)) * columns));
            if (last <= first)
                continue;
            Role hue = Role.hue(runs.item(i).hue());
            Arrays.fill(atWork, first, last, Ink.of(hue));
            Arrays.fill(atWorkPale, first, last, pale(hue));
        }
    }

    private static Ink pale(Role role) {
        return Ink.mixed(Role.RAISED, role, PALE);
    }

    public Ink[] of(ThreadKind kind) {
        return switch (kind) {
            case WORKER, PROGRAM -> atWork;
            case COLLECTOR -> COLLECTOR;
            case OWN -> OWN;
        };
    }

    /** For the most that was within a column, behind its mean. */
    Ink[] paleOf(ThreadKind kind) {
        return switch (kind) {
            case WORKER, PROGRAM -> atWorkPale;
            case COLLECTOR -> COLLECTOR_PALE;
            case OWN -> OWN_PALE;
        };
    }
}
