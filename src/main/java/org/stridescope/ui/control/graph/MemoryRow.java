package org.stridescope.ui.control.graph;

import java.util.function.LongToDoubleFunction;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.graph.WorkerMemory;

/** What one worker holds, as a curve: in memory below, on disk above it, hatched. */
final class MemoryRow {
    private static final double HATCH = 5;

    private MemoryRow() {}

    /**
     * @param most bytes at the row's full height
     * @param until in the run's own time
     */
    static void draw(GraphicsContext g, WorkerMemory.Steps steps, long most, long until, LongToDoubleFunction x,
            double top, double high, Look look) {
        if (most == 0)
            return;
        Color held = look.palette().hue(StateMark.DONE_HUE).deriveColor(0, 1, 1, 0.75);
        Color disk = look.palette().muted();
        g.setLineWidth(look.line());
        for (int i = 0; i < steps.size() && steps.time(i) <= until; i++) {
            double from = x.applyAsDouble(steps.time(i));
            double to = x.applyAsDouble(i + 1 < steps.size() ? Math.min(steps.time(i + 1), until) : until);
            double wide = Math.max(0.5, to - from);
            double memory = high * steps.held(i) / most;
            double spilled = high * steps.spilled(i) / most;
            g.setFill(held);
            g.fillRect(from, top + high - memory, wide, memory);
            if (spilled > 0)
                hatch(g, from, top + high - memory - spilled, wide, spilled, disk);
        }
    }

    /** So that it is not taken for memory where colours cannot be told apart. */
    static void hatch(GraphicsContext g, double x, double y, double wide, double high, Color colour) {
        g.setFill(colour.deriveColor(0, 1, 1, 0.25));
        g.fillRect(x, y, wide, high);
        g.setStroke(colour);
        for (double at = Math.ceil(x / HATCH) * HATCH; at <= x + wide; at += HATCH)
            g.strokeLine(at, y, at, y + high);
    }

    /** The most it held, in words. */
    static String words(WorkerMemory.Steps steps) {
        return Figures.bytes(steps.mostHeld()) + (steps.mostSpilled() > 0
                ? " and " + Figures.bytes(steps.mostSpilled()) + " on disk"
                : "") + " at most";
    }
}
