package org.stridescope.ui.control.timeline;

import java.util.List;

import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.ink.Ink;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.TimeAxis;
import org.stridescope.ui.model.timeline.Columns;
import org.stridescope.ui.model.timeline.LanePlan;
import org.stridescope.ui.model.timeline.LaneRow;
import org.stridescope.ui.model.timeline.Marker;
import org.stridescope.ui.model.timeline.MemoryBands;
import org.stridescope.ui.model.timeline.Signal;
import org.stridescope.ui.model.timeline.SpanTrack;
import org.stridescope.ui.model.timeline.ThreadKind;
import org.stridescope.ui.model.timeline.ThreadLane;
import org.stridescope.ui.model.timeline.TimelineData;
import org.stridescope.ui.model.timeline.TimelineModel;

/** Paints a timeline: the ruler, and those of its rows that can be seen. */
final class TimelinePainter {
    private static final double TASKS = 8;

    private final Ink ink;
    private final Plot plot;
    private final Look look;
    private final TimelineModel model;
    private final TimelineData data;
    private final Columns columns;
    private final float[] zero;
    private final float[] low;
    private final float[] high;
    private final Shades shades;
    private final SpanPainter spans;
    private final double s;

    TimelinePainter(Ink ink, Plot plot, Look look, TimelineModel model, TimelineData data) {
        this.ink = ink;
        this.plot = plot;
        this.look = look;
        this.model = model;
        this.data = data;
        s = look.scale();
        int n = (int) Math.max(1, Math.round(plot.width() / ink.pixel()));
        columns = new Columns(n);
        zero = new float[n];
        low = new float[n];
        high = new float[n];
        shades = new Shades(look.palette(), data.runs(), plot, n);
        spans = new SpanPainter(ink, plot, look, columns);
    }

    /** @param scroll pixels of a desk by which the rows are moved up */
    void paint(LanePlan plan, double scroll, double width) {
        ruler();
        ink.clip(0, plot.top(), width, plot.height());
        double unit = plot.unit(plan, look);
        for (int i = 0; i < plan.rows().size(); i++) {
            double top = plot.top() + (plan.top(i) - scroll) * unit;
            double tall = plan.height(i) * unit;
            if (top + tall > plot.top() && top < plot.top() + plot.height())
                row(plan.rows().get(i), top, tall - 4 * s);
        }
        ink.clip(0, 0, width, plot.top() + plot.height());
    }

    private void ruler() {
        Color muted = look.palette().muted();
        int most = (int) Math.max(2, plot.width() / (104 * s));
        List<TimeAxis.Tick> ticks = TimeAxis.ticks(plot.view().from(), plot.view().to(), most);
        for (TimeAxis.Tick tick : ticks) {
            double x = plot.x(tick.nanos());
            boolean atEnd = x > plot.right() - 30 * s;
            TextAlignment align = atEnd
                    ? TextAlignment.RIGHT
                    : x < plot.left() + 24 * s ? TextAlignment.LEFT : TextAlignment.CENTER;
            ink.text(tick.label(), atEnd ? Math.max(x, plot.right()) : x, plot.top() / 2 - s, 120 * s, look.small(),
                    muted, align);
            ink.rect(Math.min(x, plot.right() - 1), plot.top() - 5 * s, 1, 4 * s, muted);
            ink.rect(Math.min(x, plot.right() - 1), plot.top(), 1, plot.height(), look.palette().raised());
        }
        for (Marker marker : model.markers())
            marker(marker);
    }

    private void marker(Marker marker) {
        double x = plot.x(marker.nanos());
        if (x < plot.left() || x > plot.right())
            return;
        Color colour = look.palette().accent();
        Font font = look.small();
        double wide = 12 * s + ink.width(marker.name(), font);
        double left = Math.min(x, plot.right() - wide);
        ink.rect(left, 1, wide, 15 * s, colour);
        ink.text(marker.name(), left + 6 * s, 1 + 7.5 * s, wide, font,
                look.palette().isDark() ? look.palette().background() : Color.WHITE, TextAlignment.LEFT);
    }

    private void row(LaneRow row, double top, double tall) {
        switch (row) {
            case LaneRow.Runs _ -> {
                name("runs", top, tall, 0, look.palette().muted());
                spans.paint(data.runs(), top, tall, true);
            }
            case LaneRow.Memory _ -> memory(top, tall);
            case LaneRow.Collections _ -> collections(top, tall);
            case LaneRow.Pool pool -> pool(pool, top, tall);
            case LaneRow.Thread thread -> thread(thread.lane(), thread.inPool() ? 14 : 0, top, tall);
            case LaneRow.Worker worker -> {
                name(worker.lane().name(), top, tall, 0, look.palette().muted());
                ink.rect(plot.left(), top, plot.width(), tall, look.palette().raised());
                spans.paint(worker.lane().tasks(), top, tall, true);
            }
            case LaneRow.Idle idle ->
                name((idle.open() ? "\u25be " : "\u25b8 ") + idle.count() + " idle", top, tall, 0,
                        look.palette().muted());
        }
    }

    private void name(String text, double top, double tall, double indent, Color colour) {
        double x = (12 + indent) * s;
        ink.text(text, x, top + tall / 2, plot.left() - x - 8 * s, look.caption(), colour, TextAlignment.LEFT);
    }

    private void pool(LaneRow.Pool pool, double top, double tall) {
        boolean any = pool.group().threads().stream().anyMatch(lane -> model.isChosen(lane.thread().thread()));
        name((pool.open() ? "\u25be " : "\u25b8 ") + pool.group().label(), top, tall, 0,
                any ? look.palette().text() : look.palette().line());
        ink.rect(plot.left(), top, plot.width(), tall, look.palette().raised());
        utilisation(pool.group().utilisation(), pool.group().kind(), top, tall);
        stacked(pool.group().runnable(), top, tall, StateColours.runnable(look.palette()));
    }

    private void thread(ThreadLane lane, double indent, double top, double tall) {
        int number = lane.thread().thread();
        Color colour = model.chosen().contains(number)
                ? look.palette().text()
                : model.isChosen(number) ? look.palette().muted() : look.palette().line();
        name(lane.label(), top, tall, indent, colour);
        double tasks = lane.tasks().size() > 0 ? TASKS * s : 0;
        ink.rect(plot.left(), top, plot.width(), tall, look.palette().raised());
        if (tasks > 0)
            spans.paint(lane.tasks(), top, tasks - s, false);
        utilisation(lane.utilisation(), lane.kind(), top + tasks, tall - tasks);
        stacked(lane.runnable(), top + tasks, tall - tasks, StateColours.runnable(look.palette()));
        stacked(lane.locked().coverage(), top + tasks, tall - tasks, StateColours.locked(look.palette()));
        stacked(lane.disk(), top + tasks, tall - tasks, StateColours.disk(look.palette()));
    }

    /** A share of time that stands on the utilisation's mean and on what has been stacked there before. */
    private void stacked(Signal signal, double top, double tall, Color colour) {
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
        ink.bars(plot.left(), top + tall, plot.width() / columns.count(), low, high, shades.all(colour));
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
        Color off = look.palette().hue(2);
        Color heap = look.palette().hue(0);
        Color rest = look.palette().isDark() ? look.palette().line() : look.palette().line().darker();
        ink.rect(plot.left(), top, plot.width(), tall, look.palette().raised());
        System.arraycopy(zero, 0, high, 0, zero.length);
        double perByte = tall * 0.92 / bands.scale();
        band(bands.offHeap(), perByte, top + tall, off);
        band(bands.heap(), perByte, top + tall, heap);
        band(bands.rest(), perByte, top + tall, rest);
        name("memory, to " + Figures.bytes(bands.scale()), top, 16 * s, 0, look.palette().muted());
        legend("rest of the process", rest, top + 30 * s);
        legend("Java heap", heap, top + 47 * s);
        legend("off-heap arrays", off, top + 64 * s);
    }

    private void legend(String text, Color colour, double middle) {
        ink.rect(12 * s, middle - 4 * s, 8 * s, 8 * s, colour);
        ink.text(text, 25 * s, middle, plot.left() - 32 * s, look.small(), look.palette().muted(), TextAlignment.LEFT);
    }

    /** Stacks a band on what {@code high} has reached. */
    private void band(Signal signal, double perByte, double bottom, Color colour) {
        signal.columns(plot.view(), columns);
        System.arraycopy(high, 0, low, 0, low.length);
        for (int i = 0; i < columns.count(); i++) {
            if (!columns.isEmpty(i))
                high[i] = low[i] + (float) (columns.most(i) * perByte);
        }
        ink.bars(plot.left(), bottom, plot.width() / columns.count(), low, high, shades.all(colour));
    }

    private void collections(double top, double tall) {
        SpanTrack stops = data.collections();
        name(stops.size() + (stops.size() == 1 ? " collection" : " collections"), top, tall, 0,
                look.palette().muted());
        ink.rect(plot.left(), top, plot.width(), tall, look.palette().raised());
        stops.coverage().columns(plot.view(), columns);
        for (int i = 0; i < columns.count(); i++)
            high[i] = columns.isEmpty(i) || columns.most(i) <= 0 ? 0 : (float) tall;
        ink.bars(plot.left(), top + tall, plot.width() / columns.count(), zero, high,
                shades.all(look.palette().danger()));
    }
}
