package org.stridescope.ui.control.profile;

import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;

import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.Palette;
import org.stridescope.ui.control.ink.Ink;
import org.stridescope.ui.model.profile.FlameBox;
import org.stridescope.ui.model.profile.FlameModel;

/**
 * Paints boxes of a flame graph. One recording: a hue for each class or library, so that what belongs together looks so. Two:
 * warm where more time is spent than in the base, cool where less, as strong as it matters to the whole.
 */
final class FlamePainter {
    private static final double LEAST = 0.4;
    private static final double LABELLED = 26;
    /** A tenth of the whole is as strong as it gets. */
    private static final double STRONGEST = 0.1;

    private final Ink ink;
    private final Look look;
    private final FlameModel model;
    private final FlameBox root;
    private final FlameBox shown;
    private final boolean searching;
    private double left;
    private double width;
    private double top;
    private double height;

    FlamePainter(Ink ink, Look look, FlameModel model, FlameBox root, FlameBox shown) {
        this.ink = ink;
        this.look = look;
        this.model = model;
        this.root = root;
        this.shown = shown;
        searching = !model.search().get().isBlank();
    }

    void paint(double newLeft, double newTop, double newWidth, double newHeight) {
        left = newLeft;
        top = newTop;
        width = newWidth;
        height = newHeight;
        box(root);
    }

    private void box(FlameBox box) {
        double x = left + width * Math.clamp((box.from() - shown.from()) / shown.share(), 0, 1);
        double right = left + width * Math.clamp((box.to() - shown.from()) / shown.share(), 0, 1);
        if (right - x < LEAST)
            return;
        double row = FlamePicture.ROW * look.scale();
        double y = top + box.depth() * row;
        if (y > height)
            return;
        if (y + row > 0)
            one(box, x, y, right - x, row - look.line());
        box.children().forEach(this::box);
    }

    private void one(FlameBox box, double x, double y, double wide, double tall) {
        boolean above = box.depth() < shown.depth();
        Color colour = colour(box);
        if (above)
            colour = look.palette().raised().interpolate(colour, 0.35);
        double gap = wide > 3 ? look.line() : 0;
        if (box == model.chosen().get())
            ink.rect(x - gap, y - gap, wide + gap, tall + 2 * gap, look.palette().text());
        ink.rect(x, y, Math.max(ink.pixel(), wide - gap), tall, colour);
        if (wide > LABELLED * look.scale())
            ink.text(box.title(), x + 6 * look.scale(), y + tall / 2, wide - 10 * look.scale(), look.mono(12),
                    onColour(colour), TextAlignment.LEFT);
    }

    private Color colour(FlameBox box) {
        Palette palette = look.palette();
        if (searching)
            return model.matches(box.title()) ? palette.accent() : palette.raised().interpolate(palette.muted(), 0.25);
        if (box.depth() == 0)
            return palette.line();
        if (box.base() < 0)
            return palette.raised().interpolate(palette.hue(hue(box.title())), 0.62);
        double rise = box.rise(root);
        double strong = 0.08 + 0.92 * Math.min(1, Math.abs(rise) / STRONGEST);
        Color towards = rise > 0 ? palette.danger() : palette.hue(0);
        return palette.raised().interpolate(towards, Math.abs(rise) < 1e-4 ? 0 : strong);
    }

    /** Of what stands before the method's name, or of the title up to its first underscore. */
    private static int hue(String title) {
        int end = title.indexOf('.');
        if (end < 0)
            end = title.indexOf('_', 1);
        String owner = end < 0 ? title : title.substring(0, end);
        return Math.floorMod(owner.hashCode() * 31, 8);
    }

    private Color onColour(@Nullable Color colour) {
        if (colour == null)
            return look.palette().text();
        double light = 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue();
        return light > 0.55 ? Color.web("#101820") : Color.WHITE;
    }
}
