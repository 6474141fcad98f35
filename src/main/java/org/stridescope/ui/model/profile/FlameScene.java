package org.stridescope.ui.model.profile;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.stridescope.export.scene.Face;
import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.SceneBrush;
import org.stridescope.export.scene.Shape.Anchor;
import org.stridescope.export.scene.TextMeasure;

/**
 * A flame graph as a scene, hanging from its root. One recording: a hue for each class or library, so that what belongs together
 * looks so. Two: warm where more time is spent than in the base, cool where less, as strong as it matters to the whole.
 */
public final class FlameScene {
    /** Height of a level, pixels of a desk. */
    public static final double ROW = 22;
    /** Beside the boxes, pixels of a desk. */
    public static final double MARGIN = 14;
    /** Above the boxes, pixels of a desk. */
    public static final double TOP = 8;
    private static final double LEAST = 0.4;
    private static final double LABELLED = 26;
    /** A tenth of the whole is as strong as it gets. */
    private static final double STRONGEST = 0.1;
    private static final int HUES = 8;

    /**
     * What is shown.
     *
     * @param zoomed the box that fills the width
     * @param chosen the box that is framed; null for none
     * @param search what titles are searched for; blank for nothing
     * @param scroll pixels by which the boxes are moved up
     */
    public record Shown(FlameBox root, FlameBox zoomed, @Nullable FlameBox chosen, String search, double scroll) {
        /** All of a tree. */
        public static Shown all(FlameBox root) {
            return new Shown(root, root, null, "", 0);
        }

        boolean matches(String title) {
            return title.toLowerCase(Locale.ROOT).contains(search.strip().toLowerCase(Locale.ROOT));
        }
    }

    private final SceneBrush ink;
    private final Shown shown;
    private final double s;
    private final double width;
    private final double height;

    private FlameScene(SceneBrush ink, Shown shown, double width, double height, double scale) {
        this.ink = ink;
        this.shown = shown;
        s = scale;
        this.width = width;
        this.height = height;
    }

    /** @param scale pixels for one of a desk */
    public static Scene of(Shown shown, double width, double height, double scale, TextMeasure measure, double pixel) {
        SceneBrush brush = new SceneBrush(measure, pixel);
        brush.between(0, height);
        if (shown.zoomed().share() > 0)
            new FlameScene(brush, shown, width, height, scale).box(shown.root());
        return brush.scene("flame graph of " + shown.zoomed().title(), width, height);
    }

    /** Height at which all levels can be seen. */
    public static double wholeHeight(FlameBox root, double scale) {
        return (root.levels() * ROW + 2 * TOP) * scale;
    }

    private double x(double share) {
        FlameBox zoomed = shown.zoomed();
        return MARGIN * s + (width - 2 * MARGIN * s) * Math.clamp((share - zoomed.from()) / zoomed.share(), 0, 1);
    }

    private void box(FlameBox box) {
        double x = x(box.from());
        double right = x(box.to());
        if (right - x < LEAST)
            return;
        double row = ROW * s;
        double y = TOP * s - shown.scroll() + box.depth() * row;
        if (y > height)
            return;
        if (y + row > 0)
            one(box, x, y, right - x, row - line());
        box.children().forEach(this::box);
    }

    private double line() {
        return s > 1.2 ? 2 : 1;
    }

    private void one(FlameBox box, double x, double y, double wide, double tall) {
        Ink colour = colour(box);
        if (box.depth() < shown.zoomed().depth())
            colour = Ink.mixed(colour.ground(), colour.role(), 0.35 * colour.strength());
        double gap = wide > 3 ? line() : 0;
        if (box == shown.chosen())
            ink.rect(x - gap, y - gap, wide + gap, tall + 2 * gap, Ink.of(Role.TEXT));
        ink.rect(x, y, Math.max(ink.pixel(), wide - gap), tall, colour, box.title());
        if (wide > LABELLED * s)
            ink.text(box.title(), x + 6 * s, y + tall / 2, wide - 10 * s, Face.MONO, 12 * s, colour.letters(),
                    Anchor.START);
    }

    private Ink colour(FlameBox box) {
        if (!shown.search().isBlank())
            return shown.matches(box.title())
                    ? Ink.mixed(Role.RAISED, Role.ACCENT, 1)
                    : Ink.mixed(Role.RAISED, Role.MUTED, 0.25);
        if (box.depth() == 0)
            return Ink.mixed(Role.RAISED, Role.LINE, 1);
        if (box.base() < 0)
            return Ink.mixed(Role.RAISED, Role.hue(hue(box.title())), 0.62);
        double rise = box.rise(shown.root());
        double strong = 0.08 + 0.92 * Math.min(1, Math.abs(rise) / STRONGEST);
        return Ink.mixed(Role.RAISED, rise > 0 ? Role.DANGER : Role.HUE_0, Math.abs(rise) < 1e-4 ? 0 : strong);
    }

    /** Of what stands before the method's name, or of the title up to its first underscore. */
    private static int hue(String title) {
        int end = title.indexOf('.');
        if (end < 0)
            end = title.indexOf('_', 1);
        String owner = end < 0 ? title : title.substring(0, end);
        return Math.floorMod(owner.hashCode() * 31, HUES);
    }
}
