package org.stridescope.ui.model.graph;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.lab.graph.RecordedGraph;
import org.stridescope.schedule.whatif.SimulatedMachine;
import org.stridescope.schedule.whatif.Simulation;

/**
 * A recorded graph on other machines, by simulation: how long it would take on 1, 2, 4 ... 1024 workers.
 *
 * @param criticalPathNanos what no number of workers can beat
 */
public record WhatIf(List<Point> points, long criticalPathNanos, long sumNanos) {
    /** A predicted makespan. */
    public record Point(int workers, long makespanNanos) {}

    /** @param bytesPerSecond between workers; infinite where they share memory */
    public static WhatIf of(RecordedGraph graph, boolean locked, double bytesPerSecond) {
        List<Point> points = new ArrayList<>();
        for (int workers = 1; workers <= SimulatedMachine.MOST_WORKERS; workers *= 2)
            points.add(new Point(workers, makespan(graph, workers, locked, bytesPerSecond)));
        long sum = java.util.Arrays.stream(graph.durations()).sum();
        return new WhatIf(List.copyOf(points), graph.criticalPath().length(), sum);
    }

    /** Predicted nanoseconds on so many workers. */
    public static long makespan(RecordedGraph graph, int workers, boolean locked, double bytesPerSecond) {
        SimulatedMachine machine = SimulatedMachine.threads(workers).withLock(locked);
        if (Double.isFinite(bytesPerSecond))
            machine = machine.withNetwork(bytesPerSecond, 100_000);
        return Simulation.of(graph.graph(), graph.durations(), graph.bytes(), machine).makespan();
    }
}
