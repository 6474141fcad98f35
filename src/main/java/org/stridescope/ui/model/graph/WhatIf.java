package org.stridescope.ui.model.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stridescope.graph.TaskGraph;
import org.stridescope.lab.graph.RecordedGraph;
import org.stridescope.schedule.whatif.Recut;
import org.stridescope.schedule.whatif.SimulatedMachine;

/**
 * A recorded graph on other machines and with other chunks, by simulation: how long it would take on 1, 2, 4 ... 1024 workers,
 * and, on as many as there were, with its chunks halved and doubled. Each task costs the overhead that the recording shows.
 *
 * @param points by the number of workers, with the chunks that were asked for
 * @param cuts by the size of chunks, on as many workers as the recording has; empty where no name occurs twice
 * @param chunk the name whose tasks together take most time, of those that occur more than once
 * @param criticalPathNanos what no number of workers can beat, with the chunks that were asked for
 * @param sumNanos of the tasks' times
 */
public record WhatIf(List<Point> points, List<Cut> cuts, String chunk, long criticalPathNanos, long sumNanos) {
    private static final int MOST_FACTOR = 16;

    /** A predicted makespan on so many workers. */
    public record Point(int workers, long makespanNanos) {}

    /**
     * A predicted makespan with other chunks.
     *
     * @param factor times as many chunks as recorded; 1/2 is -2
     * @param chunks how many tasks the chunk's name has then
     */
    public record Cut(int factor, int chunks, int tasks, long makespanNanos) {}

    /**
     * What is assumed.
     *
     * @param locked whether tasks hold one interpreter lock
     * @param bytesPerSecond between workers; infinite where they share memory
     * @param factor as {@link Cut#factor}, for the points
     */
    public record Assumed(boolean locked, double bytesPerSecond, int factor) {
        /** As it was, on threads without a lock. */
        public static final Assumed RECORDED = new Assumed(false, Double.POSITIVE_INFINITY, 1);

        SimulatedMachine machine(int workers, long overheadNanos) {
            SimulatedMachine machine = SimulatedMachine.threads(workers).withLock(locked).withOverhead(overheadNanos);
            return Double.isFinite(bytesPerSecond) ? machine.withNetwork(bytesPerSecond, 100_000) : machine;
        }
    }

    public static WhatIf of(RecordedGraph graph, Assumed assumed) {
        Recut recut = recut(graph, assumed.factor);
        RecordedGraph asked = new RecordedGraph(recut.graph(), recut.durations(), recut.bytes(), graph.workers(), 0,
                graph.overheadNanos());
        List<Point> points = new ArrayList<>();
        for (int workers = 1; workers <= SimulatedMachine.MOST_WORKERS; workers *= 2)
            points.add(new Point(workers, makespan(recut, workers, graph.overheadNanos(), assumed)));
        String chunk = chunk(graph);
        return new WhatIf(List.copyOf(points), cuts(graph, chunk, assumed), chunk, asked.criticalPath().length(),
                Arrays.stream(recut.durations()).sum());
    }

    /** Predicted nanoseconds on so many workers. */
    public static long makespan(RecordedGraph graph, int workers, Assumed assumed) {
        return makespan(recut(graph, assumed.factor), workers, graph.overheadNanos(), assumed);
    }

    private static long makespan(Recut recut, int workers, long overheadNanos, Assumed assumed) {
        return recut.on(assumed.machine(workers, overheadNanos)).makespan();
    }

    private static Recut recut(RecordedGraph graph, int factor) {
        return factor < 0
                ? Recut.coarser(graph.graph(), graph.durations(), graph.bytes(), -factor)
                : Recut.finer(graph.graph(), graph.durations(), graph.bytes(), factor);
    }

    /** The factors with which chunks can be cut: down to a single one, up to sixteen times as many. */
    public static List<Integer> factors(RecordedGraph graph) {
        String chunk = chunk(graph);
        if (chunk.isEmpty())
            return List.of();
        int chunks = Recut.counts(graph.graph()).getOrDefault(chunk, 1);
        List<Integer> factors = new ArrayList<>();
        for (int together = MOST_FACTOR; together > 1; together /= 2) {
            if (together <= chunks)
                factors.add(-together);
        }
        for (int parts = 1; parts <= MOST_FACTOR; parts *= 2) {
            if (parts == 1 || (long) parts * graph.graph().size() <= Recut.MOST_TASKS)
                factors.add(parts);
        }
        return factors;
    }

    private static List<Cut> cuts(RecordedGraph graph, String chunk, Assumed assumed) {
        List<Cut> cuts = new ArrayList<>();
        for (int factor : factors(graph)) {
            Recut recut = recut(graph, factor);
            int chunks = Recut.counts(recut.graph()).getOrDefault(chunk, 1);
            cuts.add(new Cut(factor, chunks, recut.graph().size(),
                    makespan(recut, Math.max(1, graph.workers()), graph.overheadNanos(), assumed)));
        }
        return List.copyOf(cuts);
    }

    private static String chunk(RecordedGraph graph) {
        Map<String, Integer> counts = Recut.counts(graph.graph());
        Map<String, Long> times = new LinkedHashMap<>();
        TaskGraph tasks = graph.graph();
        for (int task = 0; task < tasks.size(); task++) {
            String name = tasks.task(task).operation().name();
            if (counts.getOrDefault(name, 0) > 1)
                times.merge(name, graph.durations()[task], Long::sum);
        }
        return times.entrySet().stream().max(Comparator.comparingLong(Map.Entry::getValue)).map(Map.Entry::getKey)
                .orElse("");
    }
}
