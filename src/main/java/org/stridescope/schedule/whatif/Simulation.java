package org.stridescope.schedule.whatif;

import java.util.Arrays;
import java.util.PriorityQueue;

import org.stridescope.graph.TaskGraph;
import org.stridescope.graph.TaskOrder;

/**
 * A graph with known durations run on a {@link SimulatedMachine}: list scheduling (Graham, 1969) with the scheduler's own
 * order. A free worker takes the most urgent ready task; a task begins when the results that lie with other workers have been
 * carried to it, one after the other. Predicted, not measured; the same input gives the same answer, whatever the machine.
 */
public final class Simulation {
    private final TaskGraph graph;
    private final long[] durations;
    private final long[] bytes;
    private final SimulatedMachine machine;
    private final int[] missing;
    private final int[] worker;
    private final long[] transfer;
    private final long[] start;
    private final long[] end;
    private final PriorityQueue<Integer> ready;
    private final PriorityQueue<Integer> running;
    private final PriorityQueue<Integer> free;
    private long lockFree;
    private long makespan;

    private Simulation(TaskGraph graph, long[] durations, long[] bytes, SimulatedMachine machine) {
        this.graph = graph;
        this.durations = durations;
        this.bytes = bytes;
        this.machine = machine;
        int tasks = graph.size();
        missing = new int[tasks];
        worker = new int[tasks];
        Arrays.fill(worker, -1);
        transfer = new long[tasks];
        start = new long[tasks];
        end = new long[tasks];
        int[] ranks = TaskOrder.ranks(graph);
        ready = new PriorityQueue<>((a, b) -> Integer.compare(ranks[a], ranks[b]));
        running = new PriorityQueue<>(
                (a, b) -> end[a] != end[b] ? Long.compare(end[a], end[b]) : Integer.compare(a, b));
        free = new PriorityQueue<>();
    }

    /**
     * Runs it.
     *
     * @param durations nanoseconds that each task takes, by number
     * @param bytes size of each task's result, by number
     */
    public static Simulation of(TaskGraph graph, long[] durations, long[] bytes, SimulatedMachine machine) {
        Simulation simulation = new Simulation(graph, durations.clone(), bytes.clone(), machine);
        simulation.run();
        return simulation;
    }

    private void run() {
        for (int i = 0; i < machine.workers(); i++)
            free.add(i);
        for (int task = 0; task < graph.size(); task++) {
            missing[task] = graph.dependencyCount(task);
            if (missing[task] == 0)
                ready.add(task);
        }
        long now = 0;
        while (!ready.isEmpty() || !running.isEmpty()) {
            while (!ready.isEmpty() && !free.isEmpty())
                begin(ready.remove(), now);
            now = end[running.element()];
            while (!running.isEmpty() && end[running.element()] == now)
                finish(running.remove());
        }
        makespan = now;
    }

    private void begin(int task, long now) {
        int by = nearest(task);
        free.remove(by);
        worker[task] = by;
        transfer[task] = transferNanos(task, by);
        long from = now + machine.overheadNanos() + transfer[task];
        if (machine.locked()) {
            from = Math.max(from, lockFree);
            lockFree = from + durations[task];
        }
        start[task] = from;
        end[task] = from + durations[task];
        running.add(task);
    }

    private void finish(int task) {
        free.add(worker[task]);
        for (int i = 0; i < graph.dependentCount(task); i++) {
            int dependent = graph.dependent(task, i);
            if (--missing[dependent] == 0)
                ready.add(dependent);
        }
    }

    /** Of the free workers the one that has most of what the task needs. */
    private int nearest(int task) {
        int best = free.element();
        if (machine.sharesMemory())
            return best;
        long least = transferNanos(task, best);
        for (int i = 0; i < graph.dependencyCount(task); i++) {
            int holder = worker[graph.dependency(task, i)];
            if (!free.contains(holder))
                continue;
            long nanos = transferNanos(task, holder);
            if (nanos < least || nanos == least && holder < best) {
                least = nanos;
                best = holder;
            }
        }
        return best;
    }

    private long transferNanos(int task, int to) {
        if (machine.sharesMemory())
            return 0;
        double nanos = 0;
        for (int i = 0; i < graph.dependencyCount(task); i++) {
            int dependency = graph.dependency(task, i);
            if (worker[dependency] != to)
                nanos += machine.latencyNanos() + bytes[dependency] / machine.bytesPerSecond() * 1e9;
        }
        return (long) nanos;
    }

    /** Nanoseconds from the first task's start to the last one's end. */
    public long makespan() {
        return makespan;
    }

    public long start(int task) {
        return start[task];
    }

    public long end(int task) {
        return end[task];
    }

    /** How long before its start the task's worker waited for what it needs. */
    public long transfer(int task) {
        return transfer[task];
    }

    public int worker(int task) {
        return worker[task];
    }

    /** Share of the workers' time in which they computed; 0 for an empty graph. */
    public double busyFraction() {
        double busy = Arrays.stream(durations).sum();
        return makespan == 0 ? 0 : busy / ((double) makespan * machine.workers());
    }
}
