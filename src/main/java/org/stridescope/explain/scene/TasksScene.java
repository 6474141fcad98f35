package org.stridescope.explain.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.stridescope.export.scene.Ink;
import org.stridescope.export.scene.Role;
import org.stridescope.export.scene.Scene;
import org.stridescope.export.scene.Shape;
import org.stridescope.trace.Recording;
import org.stridescope.trace.TaskState;
import org.stridescope.trace.TaskTrace.Span;
import org.stridescope.trace.TraceEvent.TaskSeen;
import org.stridescope.trace.TraceEvent.WorkerSeen;

/** The task stream: a lane a worker, a box a task, a colour for each kind of task; failed ones in the colour of trouble. */
public final class TasksScene {
    private static final double ROW = 20;
    private static final double LEGEND = 18;
    private static final int MOST_KINDS = 6;

    private TasksScene() {}

    /** Draws a recording's tasks as they were at a time; a picture of no height where there are none. */
    public static Scene of(Recording recording, TimeScale scale, long now) {
        Recording seen = recording.until(Math.min(now, recording.durationNanos()));
        long end = Math.min(now, scale.to());
        List<Span> spans = seen.tasks().spans(end);
        Map<Integer, TaskSeen> tasks = new HashMap<>();
        seen.tasks().tasks().forEach(task -> tasks.put(task.task(), task));
        Map<Integer, String> names = new HashMap<>();
        for (WorkerSeen worker : seen.tasks().workers())
            names.put(worker.worker(), worker.name());
        Map<Integer, Integer> rows = new LinkedHashMap<>();
        spans.stream().map(Span::worker).sorted().forEach(worker -> rows.putIfAbsent(worker, rows.size()));
        Map<String, Integer> kinds = new LinkedHashMap<>();
        double bottom = LEGEND + rows.size() * ROW;
        List<Shape> shapes = new ArrayList<>(rows.isEmpty() ? List.of() : scale.grid(LEGEND, bottom, false));
        rows.forEach((worker, row) -> shapes.add(Shape.Label.at(0, LEGEND + row * ROW + 14,
                names.getOrDefault(worker, "worker " + worker), 11, Role.TEXT).within(scale.left() - 8)));
        for (Span span : spans) {
            if (span.endNanos() < scale.from() || span.startNanos() > end)
                continue;
            TaskSeen task = tasks.get(span.task());
            String kind = task == null ? "task" : task.name();
            int series = kinds.computeIfAbsent(kind, key -> kinds.size());
            box(shapes, span, task == null ? "task " + span.task() : task.key(), series, scale,
                    LEGEND + rows.getOrDefault(span.worker(), 0) * ROW);
        }
        legend(shapes, kinds, scale);
        return new Scene(spans.size() + " tasks on " + rows.size() + " workers", scale.left() + scale.width(),
                rows.isEmpty() ? 0 : bottom, shapes);
    }

    private static void box(List<Shape> shapes, Span span, String key, int series, TimeScale scale, double top) {
        double x = scale.x(span.startNanos());
        Role role = span.end() == TaskState.FAILED ? Role.COLLECTION : Role.series(series);
        shapes.add(new Shape.Box(x, top + 2, Math.max(0.75, scale.x(span.endNanos()) - x), ROW - 4, Ink.of(role),
                String.format(Locale.ROOT, "%s, %.3f ms", key, (span.endNanos() - span.startNanos()) / 1e6)));
    }

    private static void legend(List<Shape> shapes, Map<String, Integer> kinds, TimeScale scale) {
        double x = scale.left();
        double wide = scale.width() / MOST_KINDS;
        for (Map.Entry<String, Integer> kind : kinds.entrySet()) {
            if (kind.getValue() >= MOST_KINDS)
                return;
            shapes.add(new Shape.Box(x, 2, 10, 10, Ink.of(Role.series(kind.getValue())), kind.getKey()));
            shapes.add(Shape.Label.at(x + 15, 11, kind.getKey(), 11, Role.MUTED).within(wide - 20));
            x += wide;
        }
    }
}
