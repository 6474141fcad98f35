package org.stridescope.explain.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Shape;
import org.stridescope.trace.Activity;
import org.stridescope.trace.Recording;
import org.stridescope.trace.ThreadTrace;
import org.stridescope.trace.TraceEvent;
import org.stridescope.trace.TraceEvent.ThreadState;

/**
 * A lane a thread, the busiest first: how much of a processor it used, and below a thin line where it could have run and waited
 * for a processor, or waited for a device. Collections stand on a lane of their own. Threads that used next to nothing are
 * folded into one line that counts them.
 */
public final class LanesScene {
    private static final double ROW = 22;
    private static final double HEAD = 16;
    private static final double BIN = 3;
    private static final double STATE_HEIGHT = 3;
    private static final double LEAST_BUSY = 0.005;

    private LanesScene() {}

    /** A thread in its lane with its CPU time within the scale. */
    private record Lane(ThreadTrace thread, double cpuNanos) {}

    /**
     * Draws a recording as it was at a time.
     *
     * @param now nothing later is shown; the recording's duration for all of it
     * @param most lanes; further threads are folded
     */
    public static Scene of(Recording recording, TimeScale scale, long now, int most) {
        Recording seen = recording.until(Math.min(now, recording.durationNanos()));
        List<Lane> busy = new ArrayList<>();
        for (ThreadTrace thread : seen.threads()) {
            double cpu = thread.cpuNanosBetween(scale.from(), scale.to());
            if (cpu > LEAST_BUSY * (Math.min(scale.to(), now) - scale.from()))
                busy.add(new Lane(thread, cpu));
        }
        busy.sort(Comparator.comparingDouble(Lane::cpuNanos).reversed().thenComparingInt(l -> l.thread().thread()));
        List<Lane> shown = busy.subList(0, Math.min(most, busy.size()));
        boolean collected = seen.collections().stream().anyMatch(c -> c.nanos() >= scale.from());
        int rows = shown.size() + (collected ? 1 : 0);
        int folded = seen.threads().size() - shown.size();
        double bottom = HEAD + rows * ROW;
        List<Shape> shapes = new ArrayList<>(scale.grid(0, bottom, true));
        double top = HEAD;
        for (Lane lane : shown) {
            lane(shapes, lane, scale, Math.min(now, scale.to()), top);
            top += ROW;
        }
        if (collected) {
            shapes.add(Shape.Label.at(0, top + 14, "collections", 11, Role.MUTED));
            for (TraceEvent.Collection each : seen.collections())
                collection(shapes, each, scale, top);
        }
        if (folded > 0)
            shapes.add(Shape.Label.at(0, bottom + 14, folded + (folded == 1 ? " thread that" : " threads that")
                    + " used next to nothing", 11, Role.MUTED));
        return new Scene(shown.size() + " busy threads, " + folded + " idle", scale.left() + scale.width(),
                bottom + (folded > 0 ? ROW : 0), shapes);
    }

    private static void lane(List<Shape> shapes, Lane lane, TimeScale scale, long end, double top) {
        double high = ROW - 5 - STATE_HEIGHT;
        shapes.add(Shape.Label.at(0, top + 13, lane.thread().name(), 11, Role.TEXT).within(scale.left() - 52));
        double share = lane.cpuNanos() / Math.max(1, end - scale.from());
        shapes.add(Shape.Label.at(scale.left() - 8, top + 13, String.format(Locale.ROOT, "%.0f %%", 100 * share), 11,
                Role.MUTED).ending());
        shapes.add(
                new Shape.Box(scale.left(), top + 1, scale.width(), high, Ink.of(Role.RAISED), lane.thread().name()));
        use(shapes, lane.thread(), scale, end, top + 1, high);
        states(shapes, lane.thread(), scale, end, top + 1 + high);
    }

    /** The share of a processor as steps, each a few pixels wide. */
    private static void use(List<Shape> shapes, ThreadTrace thread, TimeScale scale, long end, double top,
            double high) {
        List<double[]> points = new ArrayList<>();
        double floor = top + high;
        double last = floor;
        points.add(new double[]{scale.left(), floor});
        for (double x = scale.left(); x < scale.x(end); x += BIN) {
            long from = scale.nanosAt(x);
            long to = Math.min(end, scale.nanosAt(x + BIN));
            double y = floor - high * thread.utilisation(from, Math.max(from + 1, to));
            if (y != last) {
                points.add(new double[]{x, last});
                points.add(new double[]{x, y});
                last = y;
            }
        }
        points.add(new double[]{scale.x(end), last});
        points.add(new double[]{scale.x(end), floor});
        shapes.add(new Shape.Area(points.stream().mapToDouble(p -> p[0]).toArray(),
                points.stream().mapToDouble(p -> p[1]).toArray(), Ink.of(Role.RUNNING)));
    }

    private static void states(List<Shape> shapes, ThreadTrace thread, TimeScale scale, long end, double top) {
        List<ThreadState> states = thread.states();
        for (int i = 0; i < states.size(); i++) {
            Role role = role(states.get(i).activity());
            long until = i + 1 < states.size() ? Math.min(end, states.get(i + 1).nanos()) : end;
            if (role == null || until <= scale.from() || states.get(i).nanos() >= end)
                continue;
            double x = scale.x(states.get(i).nanos());
            shapes.add(new Shape.Box(x, top, Math.max(0.5, scale.x(until) - x), STATE_HEIGHT, Ink.of(role),
                    states.get(i).activity().name().toLowerCase(Locale.ROOT)));
        }
    }

    private static @Nullable Role role(Activity activity) {
        return switch (activity) {
            case RUNNABLE -> Role.RUNNABLE;
            case DISK -> Role.DISK;
            case RUNNING, WAITING, ENDED -> null;
        };
    }

    private static void collection(List<Shape> shapes, TraceEvent.Collection each, TimeScale scale, double top) {
        if (each.nanos() < scale.from() || each.nanos() - each.durationNanos() > scale.to())
            return;
        double x = scale.x(each.nanos() - each.durationNanos());
        shapes.add(new Shape.Box(x, top + 3, Math.max(1, scale.x(each.nanos()) - x), ROW - 8,
                Ink.of(Role.COLLECTION), String.format(Locale.ROOT, "%s, %.1f ms", each.collector(),
                        each.durationNanos() / 1e6)));
    }
}
