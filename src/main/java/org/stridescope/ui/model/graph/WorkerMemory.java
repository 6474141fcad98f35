package org.stridescope.ui.model.graph;

import java.util.Arrays;

import org.stridescope.trace.TraceEvent.TaskChanged;

/**
 * Bytes of results that each worker of a run holds, in steps, up to a time of it: those in memory, and those that went to disk
 * because memory was short. A result is with who made it.
 */
public final class WorkerMemory {
    private final Steps[] workers;
    private long most;

    private WorkerMemory(int count) {
        workers = new Steps[count];
        for (int worker = 0; worker < count; worker++)
            workers[worker] = new Steps();
    }

    /** @param until in the run's own time */
    public static WorkerMemory of(ShownRun run, long until) {
        WorkerMemory memory = new WorkerMemory(run.workers().size());
        int tasks = run.tasks().size();
        int[] maker = new int[tasks];
        Arrays.fill(maker, -1);
        long[] held = new long[tasks];
        long[] spilled = new long[tasks];
        for (TaskChanged change : run.trace().changes()) {
            long at = change.nanos() - run.originNanos();
            if (at > until)
                break;
            int task = change.task();
            long before = held[task];
            long spilledBefore = spilled[task];
            switch (change.state()) {
                case DONE -> {
                    maker[task] = change.worker();
                    held[task] = change.bytes();
                    spilled[task] = 0;
                }
                case SPILLED -> {
                    held[task] = 0;
                    spilled[task] = change.bytes();
                }
                default -> {
                    held[task] = 0;
                    spilled[task] = 0;
                }
            }
            if (maker[task] >= 0 && maker[task] < memory.workers.length
                    && (held[task] != before || spilled[task] != spilledBefore))
                memory.add(maker[task], Math.max(0, at), held[task] - before, spilled[task] - spilledBefore);
        }
        return memory;
    }

    private void add(int worker, long at, long heldMore, long spilledMore) {
        Steps steps = workers[worker];
        steps.add(at, heldMore, spilledMore);
        most = Math.max(most, steps.held(steps.size() - 1) + steps.spilled(steps.size() - 1));
    }

    public Steps of(int worker) {
        return workers[worker];
    }

    /** The most that one worker held, in memory and on disk: the height of all workers' curves. */
    public long most() {
        return most;
    }

    /** The most that ever was on disk of one worker. */
    public boolean hasSpilled() {
        return Arrays.stream(workers).anyMatch(steps -> steps.mostSpilled > 0);
    }

    /** One worker's curve; each step holds until the next. */
    public static final class Steps {
        private long[] times = new long[16];
        private long[] held = new long[16];
        private long[] spilled = new long[16];
        private int size;
        private long mostHeld;
        private long mostSpilled;

        private void add(long at, long heldMore, long spilledMore) {
            if (size == times.length) {
                times = Arrays.copyOf(times, 2 * size);
                held = Arrays.copyOf(held, 2 * size);
                spilled = Arrays.copyOf(spilled, 2 * size);
            }
            times[size] = at;
            held[size] = (size == 0 ? 0 : held[size - 1]) + heldMore;
            spilled[size] = (size == 0 ? 0 : spilled[size - 1]) + spilledMore;
            mostHeld = Math.max(mostHeld, held[size]);
            mostSpilled = Math.max(mostSpilled, spilled[size]);
            size++;
        }

        public int size() {
            return size;
        }

        public long time(int step) {
            return times[step];
        }

        public long held(int step) {
            return held[step];
        }

        public long spilled(int step) {
            return spilled[step];
        }

        public long mostHeld() {
            return mostHeld;
        }

        public long mostSpilled() {
            return mostSpilled;
        }

        /** The step that holds at a time; -1 before the first. */
        public int at(long time) {
            int found = Arrays.binarySearch(times, 0, size, time);
            if (found < 0)
                return -found - 2;
            while (found + 1 < size && times[found + 1] == time)
                found++;
            return found;
        }
    }
}
