package org.stridescope.ui.model.timeline;

import java.util.List;
import java.util.Set;

import org.stridescope.export.scene.Face;
import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.SceneBrush;
import org.stridescope.export.scene.Shape.Anchor;
import org.stridescope.export.scene.TextMeasure;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.TimeAxis;

/** A timeline as a scene: the ruler, and those of its rows that can be seen. What lies over it is {@link TimelineMarks}. */
public final class TimelineScene {
    private static final double TASKS = 8;

    private final SceneBrush ink;
    private final Plot plot;
    private final Shown shown;
    private final TimelineData data;
    private final Columns columns;
    private final float[] zero;
    private final float[] low;
    private final float[] high;
    private final Shades shades;
    private final SpanPainter spans;
    private final double s;

    /**
     * What of the rows is shown.
     *
     * @param chosen numbers of the threads that are chosen; empty: all
     * @param scroll pixels of a desk by which the rows are moved up
     */
    public record Shown(TimelineData data, LanePlan plan, List<Marker> markers, Set<Integer> chosen, double scroll) {
        public Shown {
            markers = List.copyOf(markers);
            chosen = Set.copyOf(chosen);
        }

        /** All of a recording with its own markers. */
        public static Shown all(TimelineData data) {
            return new Shown(data, LanePlan.of(data, Set.of()), Marker.of(data.recording()), Set.of(), 0);
        }

        boolean isChosen(int thread) {
            return chosen.isEmpty() || chosen.contains(thread);
        }
    }

    private TimelineScene(SceneBrush ink, Plot plot, double scale, Shown shown) {
        this.ink = ink;
        this.plot = plot;
        this.shown = shown;
        data = shown.data();
        s = scale;
        int n = (int) Math.max(1, Math.round(plot.width() / ink.pixel()));
        columns = new Columns(n);
        zero = new float[n];
        low = new float[n];
        high = new float[n];
        shades = new Shades(data.runs(), plot, n);
        spans = new SpanPainter(ink, plot, s, columns);
    }

    /**
     * Makes the scene.
     *
     * @param width pixels, as many as the plot was made for
     * @param scale pixels for one of a desk
     * @param pixel width of a pixel of the screen
     */
    public static Scene of(Shown shown, Plot plot, double width, double scale, TextMeasure measure, double pixel) {
        SceneBrush brush = new SceneBrush(measure, pixel);
        new TimelineScene(brush, plot, scale, shown).paint();
        return brush.scene("timeline of " + shown.data().recording().experiment(), width, plot.top() + plot.height());
    }

    private void paint() {
        ruler();
        LanePlan plan = shown.plan();
        ink.between(plot.top(), plot.top() + plot.height());
        double unit = plot.unit(plan, s);
        for (int i = 0; i < plan.rows().size(); i++) {
            double top = plot.top() + (plan.top(i) - shown.scroll()) * unit;
            double tall = plan.height(i) * unit;
            if (top + tall > plot.top() && top < plot.top() + plot.height())
                row(plan.rows().get(i), top, tall - 4 * s);
        }
    }

    private void ruler() {
        Ink muted = Ink.of(Role.MUTED);
        int most = (int) Math.max(2, plot.width() / (104 * s));
        List<TimeAxis.Tick> ticks = TimeAxis.ticks(plot.view().from(), plot.view().to(), most);
        for (TimeAxis.Tick tick : ticks) {
            double x = plot.x(tick.nanos());
            boolean atEnd = x > plot.right() - 30 * s;
            Anchor align = atEnd
                    ? Anchor.END
                    : x < plot.left() + 24 * s ? Anchor.START : Anchor.MIDDLE;
            ink.text(tick.label(), atEnd ? Math.max(x, plot.right()) : x, plot.top() / 2 - s, 120 * s, Face.WORDS,
                    11 * s, muted, align);
            ink.rect(Math.min(x, plot.right() - 1), plot.top() - 5 * s, 1, 4 * s, muted);
            ink.rect(Math.min(x, plot.right() - 1), plot.top(), 1, plot.height(), Ink.of(Role.RAISED));
        }
        for (Marker marker : shown.markers())
            marker(marker);
    }

    private void marker(Marker marker) {
        double x = plot.x(marker.nanos());
        if (x < plot.left() || x > plot.right())
            return;
        Ink colour = Ink.of(Role.ACCENT);
        double wide = 12 * s + ink.width(marker.name(), Face.WORDS, 11 * s);
        double left = Math.min(x, plot.right() - wide);
        ink.rect(left, 1, wide, 15 * s, colour);
        ink.text(marker.name(), left + 6 * s, 1 + 7.5 * s, wide, Face.WORDS, 11 * s,
                colour.letters(), Anchor.START);
    }

    private void row(LaneRow row, double top, double tall) {
        switch (row) {
            case LaneRow.Runs _ -> {
                name("runs", top, tall, 0, Ink.of(Role.MUTED));
                spans.paint(data.runs(), top, tall, true);
            }
            case LaneRow.Memory _ -> memory(top, tall);
            case LaneRow.Collections _ -> collections(top, tall);
            case LaneRow.Pool pool -> pool(pool, top, tall);
            case LaneRow.Thread thread -> thread(thread.lane(), thread.inPool() ? 14 : 0, top, tall);
            case LaneRow.Worker worker -> {
                name(worker.lane().name(), top, tall, 0, Ink.of(Role.MUTED));
                ink.rect(plot.left(), top, plot.width(), tall, Ink.of(Role.RAISED));
                spans.paint(worker.lane().tasks(), top, tall, true);
            }
            case LaneRow.Idle idle ->
                name((idle.open() ? "\u25be " : "\u25b8 ") + idle.count() + " idle", top, tall, 0,
                        Ink.of(Role.MUTED));
        }
    }

    private void name(String text, double top, double tall, double indent, Ink colour) {
        double x = (12 + indent) * s;
        ink.text(text, x, top + tall / 2, plot.left() - x - 8 * s, Face.WORDS, 12 * s, colour, Anchor.START);
    }

    private void pool(LaneRow.Pool pool, double top, double tall) {
        boolean any = pool.group().threads().stream().anyMatch(lane -> shown.isChosen(lane.thread().thread()));
        name((pool.open() ? "\u25be " : "\u25b8 ") + pool.group().label(), top, tall, 0,
                any ? Ink.of(Role.TEXT) : Ink.of(Role.LINE));
        ink.rect(plot.left(), top, plot.width(), tall, Ink.of(Role.RAISED));
        utilisation(pool.group().utilisation(), pool.group().kind(), top, tall);
        stacked(pool.group().runnable(), top, tall, StateInks.RUNNABLE);
    }

    private void thread(ThreadLane lane, double indent, double top, double tall) {
        int number = lane.thread().thread();
        Ink colour = shown.chosen().contains(number)
                ? Ink.of(Role.TEXT)
                : shown.isChosen(number) ? Ink.of(Role.MUTED) : Ink.of(Role.LINE);
        name(lane.label(), top, tall, indent, colour);
        double tasks = lane.tasks().size() > 0 ? TASKS * s : 0;
        ink.rect(plot.left(), top, plot.width(), tall, Ink.of(Role.RAISED));
        if (tasks > 0)
            spans.paint(lane.tasks(), top, tasks - s, false);
        utilisation(lane.utilisation(), lane.kind(), top + tasks, tall - tasks);
        stacked(lane.runnable(), top + tasks, tall - tasks, StateInks.RUNNABLE);
        stacked(lane.locked().coverage(), top + tasks, tall - tasks, StateInks.LOCKED);
        stacked(lane.disk(), top + tasks, tall - tasks, StateInks.DISK);
    }

    /** A share of time that stands on the utilisation's mean and on what has been stacked there before. */
    private void stacked(Signal signal, double top, double tall, Ink colour) {
        if (signal == Signal.NONE)
            return;
        signal.columns(plot.view(), columns);
        boolean any = false;
        for (int i = 0; i < columns.count(); i++) {
            float from = low[i];
            high[i] = columns.isEmpty(i) ? from : (float) Math.min(tall, from + visible(columns.mean(i), tall));
            any |= high[i] > from;
        }
        if (!any)
            return;
        ink.bars(plot.left(), top + tall, plot.width() / columns.count(), low, high, colour);
        System.arraycopy(high, 0, low, 0, low.length);
    }

    /** The most of each column pale, its mean before it. */
    private void utilisation(Signal signal, ThreadKind kind, double top, double tall) {
        signal.columns(plot.view(), columns);
        for (int i = 0; i < columns.count(); i++) {
            low[i] = columns.isEmpty(i) ? 0 : visible(columns.mean(i), tall);
            high[i] = columns.isEmpty(i) ? 0 : visible(columns.most(i), tall);
        }
        double step = plot.width() / columns.count();
        ink.bars(plot.left(), top + tall, step, low, high, shades.paleOf(kind));
        ink.bars(plot.left(), top + tall, step, zero, low, shades.of(kind));
    }

    private static float visible(float share, double tall) {
        return share < 0.01f ? 0 : (float) Math.max(1, share * tall);
    }

    private void memory(double top, double tall) {
        MemoryBands bands = data.memory();
        Ink off = Ink.of(Role.HUE_2);
        Ink heap = Ink.of(Role.HUE_0);
        Ink rest = Ink.mixed(Role.LINE, Role.MUTED, 0.3);
        ink.rect(plot.left(), top, plot.width(), tall, Ink.of(Role.RAISED));
        System.arraycopy(zero, 0, high, 0, zero.length);
        double perByte = tall * 0.92 / bands.scale();
        band(bands.offHeap(), perByte, top + tall, off);
        band(bands.heap(), perByte, top + tall, heap);
        band(bands.rest(), perByte, top + tall, rest);
        name("memory, to " + Figures.bytes(bands.scale()), top, 16 * s, 0, Ink.of(Role.MUTED));
        legend("rest of the process", rest, top + 30 * s);
        legend("Java heap", heap, top + 47 * s);
        legend("off-heap arrays", off, top + 64 * s);
    }

    private void legend(String text, Ink colour, double middle) {
        ink.rect(12 * s, middle - 4 * s, 8 * s, 8 * s, colour);
        ink.text(text, 25 * s, middle, plot.left() - 32 * s, Face.WORDS, 11 * s, Ink.of(Role.MUTED), Anchor.START);
    }

    /** Stacks a band on what {@code high} has reached. */
    private void band(Signal signal, double perByte, double bottom, Ink colour) {
        signal.columns(plot.view(), columns);
        System.arraycopy(high, 0, low, 0, low.length);
        for (int i = 0; i < columns.count(); i++) {
            if (!columns.isEmpty(i))
                high[i] = low[i] + (float) (columns.most(i) * perByte);
        }
        ink.bars(plot.left(), bottom, plot.width() / columns.count(), low, high, colour);
    }

    private void collections(double top, double tall) {
        SpanTrack stops = data.collections();
        name(stops.size() + (stops.size() == 1 ? " collection" : " collections"), top, tall, 0,
                Ink.of(Role.MUTED));
        ink.rect(plot.left(), top, plot.width(), tall, Ink.of(Role.RAISED));
        stops.coverage().columns(plot.view(), columns);
        for (int i = 0; i < columns.count(); i++)
            high[i] = columns.isEmpty(i) || columns.most(i) <= 0 ? 0 : (float) tall;
        ink.bars(plot.left(), top + tall, plot.width() / columns.count(), zero, high,
                Ink.of(Role.DANGER));
    }
}
