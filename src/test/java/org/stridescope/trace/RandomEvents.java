package org.stridescope.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Streams of events as a race gives them, drawn by seed: ascending in time, or slightly out of order as threads meet. */
final class RandomEvents {
    private final Random random;
    private final List<TraceEvent> events = new ArrayList<>();
    private final long[] cpu;
    private final String[] names;
    private int stacks;
    private int tasks;

    private RandomEvents(long seed) {
        random = new Random(seed);
        cpu = new long[1 + random.nextInt(5)];
        names = new String[cpu.length];
    }

    /** Up to a few hundred events, no two at the same time. */
    static List<TraceEvent> ascending(long seed) {
        RandomEvents drawn = new RandomEvents(seed);
        drawn.draw();
        drawn.events.sort(Comparator.comparingLong(TraceEvent::nanos));
        return drawn.events;
    }

    /** The same with neighbours swapped here and there; samples of one thread keep their order, as one sampler takes them. */
    static List<TraceEvent> shuffledALittle(long seed) {
        List<TraceEvent> events = ascending(seed);
        Random random = new Random(~seed);
        for (int i = 1; i < events.size(); i++) {
            boolean movable = events.get(i) instanceof TraceEvent.TileDone
                    || events.get(i) instanceof TraceEvent.Collection
                    || events.get(i) instanceof TraceEvent.MemorySample;
            if (movable && random.nextInt(3) == 0)
                Collections.swap(events, i, Math.max(0, i - 1 - random.nextInt(2)));
        }
        return events;
    }

    private void draw() {
        long now = 0;
        int run = -1;
        boolean running = false;
        int length = 50 + random.nextInt(300);
        for (int i = 0; i < length; i++) {
            now += 1 + random.nextLong(1_000_000);
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3 -> threadSample(now);
                case 4, 5 -> events.add(new TraceEvent.MemorySample(now, bytes(), bytes(), bytes()));
                case 6 -> events.add(new TraceEvent.Collection(now, "G1 Young Generation", random.nextInt(1000)));
                case 7 -> {
                    if (running)
                        events.add(ended(now, run));
                    else
                        events.add(new TraceEvent.RunStarted(now, ++run, "variant " + run, 60, 40, 9));
                    running = !running;
                }
                case 8, 9 -> profile(now);
                default -> {
                    if (running)
                        events.add(tile(now, run));
                }
            }
        }
    }

    /** What a profile adds; a stack and a task come before what is said of them. */
    private void profile(long now) {
        int number = random.nextInt(5);
        switch (random.nextInt(10)) {
            case 0 -> events.add(new TraceEvent.Counter(now, "counter " + number, bytes() - (1L << 39)));
            case 1 -> {
                events.add(new TraceEvent.StackSeen(now - 1, stacks, frames()));
                events.add(new TraceEvent.StackSample(now, number, stacks++, SampleKind.CPU, random.nextInt(1000)));
            }
            case 2 -> events.add(new TraceEvent.StackSample(now, number, random.nextInt(stacks + 1),
                    SampleKind.values()[random.nextInt(3)], bytes()));
            case 3 -> events.add(new TraceEvent.LockWait(now, number, "lock " + number, number - 1, 5, -1));
            case 4 -> events.add(new TraceEvent.LineCost(now, "script", number, 1, 2, bytes(), bytes(), 3));
            case 5 -> events.add(new TraceEvent.ProbeCost(now, "probe", number, 3, "thinned"));
            case 6 -> events.add(new TraceEvent.Mark(now, "mark " + number));
            case 7 -> events.add(new TraceEvent.TaskSeen(now, tasks++, "key", "name", List.of(0, number)));
            case 8 -> events.add(new TraceEvent.TaskChanged(now, tasks, TaskState.values()[number], -1, bytes()));
            default -> {
                events.add(new TraceEvent.WorkerSeen(now - 1, number, "worker", -1));
                events.add(new TraceEvent.ResultMoved(now, tasks, -1, number, bytes(), now - 4));
            }
        }
    }

    private List<StackFrame> frames() {
        List<StackFrame> frames = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            frames.add(new StackFrame(StackFrame.Kind.values()[i], "owner" + random.nextInt(3), "run", "a/B.java",
                    random.nextInt(100)));
        }
        return frames;
    }

    private void threadSample(long now) {
        int thread = random.nextInt(cpu.length);
        if (names[thread] == null) {
            names[thread] = "thread \u03b1" + thread;
            events.add(new TraceEvent.ThreadSeen(now - 1, thread, names[thread], thread % 2 == 1));
        }
        if (random.nextInt(3) == 0) {
            events.add(new TraceEvent.ThreadState(now - 1, thread, Activity.values()[random.nextInt(5)],
                    random.nextInt(3) - 1, cpu[thread], -1, thread == 0 ? "" : "a lock"));
        }
        cpu[thread] += random.nextLong(1_000_000);
        events.add(new TraceEvent.ThreadSample(now, thread, cpu[thread]));
    }

    private TraceEvent ended(long now, int run) {
        RunOutcome outcome = RunOutcome.values()[random.nextInt(3)];
        return new TraceEvent.RunEnded(now, run, outcome, outcome == RunOutcome.FAILED ? "it failed" : "");
    }

    private TraceEvent tile(long now, int run) {
        int height = random.nextInt(4);
        int width = random.nextInt(4);
        float[] values = new float[height * width];
        for (int i = 0; i < values.length; i++)
            values[i] = random.nextFloat();
        int row = random.nextInt(50);
        return new TraceEvent.TileDone(now, run, random.nextInt(9), row, row + 10, 0, 40, now - random.nextInt(1000),
                random.nextInt(cpu.length), new TilePreview(height, width, values));
    }

    private long bytes() {
        return random.nextLong(1L << 40);
    }
}
