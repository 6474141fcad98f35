package org.stridescope.ui.model.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.stridescope.export.scene.Face;
import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.SceneBrush;
import org.stridescope.export.scene.Shape;
import org.stridescope.export.scene.Shape.Anchor;
import org.stridescope.export.scene.TextMeasure;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.TimeAxis;
import org.stridescope.ui.model.timeline.Columns;
import org.stridescope.ui.model.timeline.Signal;
import org.stridescope.ui.model.timeline.Span;
import org.stridescope.ui.model.timeline.ThreadGroup;
import org.stridescope.ui.model.timeline.ThreadKind;

/** Contestants as a scene: one below the other: processors busy above, arrays and heap below, on scales common to all. */
public final class CompareScene {
    /** Where the time axis is. */
    public record Frame(Span view, double left, double width, double top) {
        /** @param scale pixels for one of a desk */
        public static Frame of(Span view, double width, double scale) {
            double left = (width < 900 * scale ? 130 : 190) * scale;
            return new Frame(view, left, Math.max(1, width - left - 16 * scale), 26 * scale);
        }

        public double x(long nanos) {
            return left + width * view.share(nanos);
        }

        public double share(double x) {
            return Math.clamp((x - left) / width, 0, 1);
        }
    }

    private final SceneBrush ink;
    private final CompareModel model;
    private final Frame frame;
    private final double height;
    private final double s;
    private final Columns columns;

    private CompareScene(SceneBrush ink, CompareModel model, Frame frame, double height, double scale) {
        this.ink = ink;
        this.model = model;
        this.frame = frame;
        this.height = height;
        s = scale;
        columns = new Columns((int) Math.max(1, Math.round(frame.width() / ink.pixel())));
    }

    /** @param scale pixels for one of a desk */
    public static Scene of(CompareModel model, double width, double height, double scale, TextMeasure measure,
            double pixel) {
        SceneBrush brush = new SceneBrush(measure, pixel);
        new CompareScene(brush, model, Frame.of(model.window().view().get(), width, scale), height, scale).paint();
        return brush.scene("runs on one clock", width, height);
    }

    /** What lies over it: what comes after the playhead is veiled. */
    public static List<Shape.Box> marks(CompareModel model, Frame frame, double height, double scale) {
        long time = model.playhead().time().get();
        double x = frame.x(time);
        List<Shape.Box> boxes = new ArrayList<>();
        if (model.chosen().get().isEmpty())
            return boxes;
        double end = frame.left() + frame.width();
        double from = Math.max(frame.left(), x);
        if (time < model.playhead().length().get() && from < end)
            boxes.add(new Shape.Box(from, frame.top(), end - from, height - frame.top(),
                    Ink.veil(Role.BACKGROUND, 0.6), ""));
        double line = scale > 1.2 ? 2 : 1;
        double top = frame.top() - 6 * scale;
        if (x >= frame.left() - 1 && x <= end + 1)
            boxes.add(new Shape.Box(Math.round(x) - line, top, 2 * line, height - top, Ink.of(Role.TEXT), "now"));
        return boxes;
    }

    private void paint() {
        List<Contestant> all = model.chosen().get();
        if (all.isEmpty())
            return;
        ruler();
        double[][] busy = new double[all.size()][];
        double[][] bytes = new double[all.size()][];
        for (int i = 0; i < all.size(); i++) {
            Span view = model.own(i, frame.view());
            busy[i] = processors(all.get(i), view);
            bytes[i] = memory(all.get(i), view);
        }
        double mostBusy = Math.max(1, most(busy));
        double mostBytes = Math.max(1, most(bytes));
        double block = (height - frame.top()) / all.size();
        for (int i = 0; i < all.size(); i++) {
            double top = frame.top() + i * block;
            name(i, all.get(i), top, block);
            double room = block - 10 * s;
            Role hue = Role.hue(all.get(i).hue());
            lane(busy[i], mostBusy, top + 4 * s, room * 0.48, Ink.of(hue));
            lane(bytes[i], mostBytes, top + 4 * s + room * 0.52, room * 0.48,
                    Ink.mixed(Role.RAISED, hue, 0.6));
            end(i, all.get(i), top + 4 * s, room);
        }
    }

    private void ruler() {
        int most = (int) Math.max(2, frame.width() / (104 * s));
        for (TimeAxis.Tick tick : TimeAxis.ticks(frame.view().from(), frame.view().to(), most)) {
            double x = frame.x(tick.nanos());
            boolean atEnd = x > frame.left() + frame.width() - 30 * s;
            ink.text(tick.label(), atEnd ? frame.left() + frame.width() : x, 11 * s, 120 * s, Face.WORDS, 11 * s,
                    Ink.of(Role.MUTED), atEnd ? Anchor.END : Anchor.MIDDLE);
            ink.rect(x, frame.top() - 6 * s, 1, 4 * s, Ink.of(Role.MUTED));
        }
    }

    private void name(int i, Contestant one, double top, double block) {
        double room = frame.left() - 40 * s;
        double middle = top + Math.min(16 * s, block / 4);
        ink.rect(12 * s, middle - 5 * s, 10 * s, 10 * s, Ink.of(Role.hue(one.hue())));
        ink.text(one.shortName(), 30 * s, middle, room, Face.STRONG, 12 * s, Ink.of(Role.TEXT), Anchor.START);
        double done = model.done(i, model.playhead().time().get());
        ink.text(done >= 1
                ? "\u25cf done in " + Figures.duration(one.part().length() / 1e9)
                : "\u25b6 " + Figures.percent(done), 30 * s, middle + 18 * s, room, Face.WORDS, 12 * s,
                Ink.of(Role.MUTED), Anchor.START);
        if (block > 90 * s) {
            ink.text("CPU, below it memory", 30 * s, middle + 36 * s, room, Face.WORDS, 11 * s,
                    Ink.of(Role.MUTED), Anchor.START);
        }
    }

    private double[] processors(Contestant one, Span view) {
        double[] sum = new double[columns.count()];
        for (ThreadGroup group : one.data().groups()) {
            if (group.kind() == ThreadKind.OWN)
                continue;
            add(group.utilisation(), view, sum, group.threads().size());
        }
        return inside(one, view, sum);
    }

    private double[] memory(Contestant one, Span view) {
        double[] sum = new double[columns.count()];
        add(one.data().memory().offHeap(), view, sum, 1);
        add(one.data().memory().heap(), view, sum, 1);
        return inside(one, view, sum);
    }

    private void add(Signal signal, Span view, double[] sum, double times) {
        signal.columns(view, columns);
        for (int i = 0; i < sum.length; i++)
            if (!columns.isEmpty(i))
                sum[i] += times * (times == 1 ? columns.most(i) : columns.mean(i));
    }

    /** What lies outside a contestant's own time is another's. */
    private double[] inside(Contestant one, Span view, double[] values) {
        for (int i = 0; i < values.length; i++) {
            long time = view.at((i + 0.5) / values.length);
            if (!one.part().contains(time))
                values[i] = 0;
        }
        return values;
    }

    private static double most(double[][] all) {
        return Arrays.stream(all).flatMapToDouble(Arrays::stream).max().orElse(0);
    }

    private void lane(double[] values, double scale, double top, double tall, Ink colour) {
        ink.rect(frame.left(), top, frame.width(), tall, Ink.of(Role.RAISED));
        float[] to = new float[values.length];
        for (int i = 0; i < to.length; i++)
            to[i] = values[i] <= 0 ? 0 : (float) Math.max(1, tall * 0.95 * values[i] / scale);
        ink.bars(frame.left(), top + tall, frame.width() / to.length, new float[to.length], to, colour);
    }

    /** A mark where the contestant is done. */
    private void end(int i, Contestant one, double top, double tall) {
        long at = model.offset(i) + one.part().length();
        double x = frame.x(at);
        if (x < frame.left() || x > frame.left() + frame.width())
            return;
        ink.rect(x, top, s > 1.2 ? 4 : 2, tall, Ink.of(Role.hue(one.hue())));
    }
}
