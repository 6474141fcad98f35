package org.stridescope.explain.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Shape;
import org.stridescope.trace.Recording;
import org.stridescope.trace.TraceEvent.MemorySample;

/** Memory over time, stacked: arrays outside the heap, the heap, and the rest of the resident set. */
public final class MemoryScene {
    private static final double HEIGHT = 130;
    private static final double HEAD = 14;
    private static final double MEBI = 1 << 20;

    private MemoryScene() {}

    /** Draws a recording as it was at a time; the scale of bytes is that of the whole recording, so that it stands still. */
    public static Scene of(Recording recording, TimeScale scale, long now) {
        long most = 1;
        for (MemorySample sample : recording.memory().samples())
            most = Math.max(most, Math.max(sample.residentBytes(), sample.heapBytes() + sample.offHeapBytes()));
        long end = Math.min(now, scale.to());
        List<MemorySample> shown = within(recording.memory().samples(), scale, end);
        List<Shape> shapes = new ArrayList<>(scale.grid(0, HEIGHT, false));
        area(shapes, shown, scale, end, most,
                s -> Math.max(s.residentBytes(), s.heapBytes() + s.offHeapBytes()), Role.RESIDENT);
        area(shapes, shown, scale, end, most, s -> s.heapBytes() + s.offHeapBytes(), Role.HEAP);
        area(shapes, shown, scale, end, most, MemorySample::offHeapBytes, Role.OFF_HEAP);
        MemorySample last = shown.isEmpty() ? new MemorySample(0, 0, 0, 0) : shown.getLast();
        legend(shapes, 0, "resident set", last.residentBytes(), Role.RESIDENT);
        legend(shapes, 1, "heap", last.heapBytes(), Role.HEAP);
        legend(shapes, 2, "arrays off heap", last.offHeapBytes(), Role.OFF_HEAP);
        shapes.add(Shape.Label.at(scale.left() - 8, HEAD - 3, text(most), 10, Role.MUTED).ending());
        return new Scene("memory, at most " + text(most), scale.left() + scale.width(), HEIGHT, shapes);
    }

    private static String text(long bytes) {
        return String.format(Locale.ROOT, bytes >= 1024 * MEBI ? "%.2f GiB" : "%.1f MiB",
                bytes / (bytes >= 1024 * MEBI ? 1024 * MEBI : MEBI));
    }

    private static void legend(List<Shape> shapes, int row, String name, long bytes, Role role) {
        double y = 34 + 20 * row;
        shapes.add(new Shape.Box(0, y - 9, 10, 10, Ink.of(role), name));
        shapes.add(Shape.Label.at(16, y, name, 11, Role.TEXT).within(96));
        shapes.add(Shape.Label.at(TimeScale.GUTTER - 8, y, text(bytes), 11, Role.MUTED).ending());
    }

    /** Samples that are shown, with the last one before; of those in one pixel the first and the largest. */
    private static List<MemorySample> within(List<MemorySample> all, TimeScale scale, long end) {
        List<MemorySample> shown = new ArrayList<>();
        double lastX = Double.NEGATIVE_INFINITY;
        for (MemorySample sample : all) {
            if (sample.nanos() > end)
                break;
            double x = scale.x(sample.nanos());
            if (sample.nanos() <= scale.from())
                shown.clear();
            boolean near = x - lastX < 1 && !shown.isEmpty();
            if (near && sample.residentBytes() <= shown.getLast().residentBytes())
                continue;
            shown.add(sample);
            lastX = x;
        }
        return shown;
    }

    private static void area(List<Shape> shapes, List<MemorySample> samples, TimeScale scale, long end, long most,
            ToLongFunction<MemorySample> bytes, Role role) {
        int n = samples.size();
        if (n == 0)
            return;
        double[] x = new double[n + 3];
        double[] y = new double[n + 3];
        for (int i = 0; i < n; i++) {
            x[i] = scale.x(samples.get(i).nanos());
            y[i] = HEIGHT - (HEIGHT - HEAD) * bytes.applyAsLong(samples.get(i)) / most;
        }
        x[n] = scale.x(end);
        y[n] = y[n - 1];
        x[n + 1] = x[n];
        y[n + 1] = HEIGHT;
        x[n + 2] = x[0];
        y[n + 2] = HEIGHT;
        shapes.add(new Shape.Area(x, y, Ink.of(role)));
    }
}
