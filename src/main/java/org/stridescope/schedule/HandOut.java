package org.stridescope.schedule;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.graph.TaskGraph;

/**
 * The ready tasks, and how many of them to hand out at once: as many as, by what their operation took so far, together take
 * less than the executor's {@link Executor#batchNanos}; one where nothing is known yet. Called with the run's lock held.
 */
final class HandOut {
    private static final int MOST = 512;
    private static final int[] NONE = {};

    private final ReadyHeap ready;
    private final int workers;
    private final long batchNanos;
    /** For each task the number of its operation's name, by which times are learnt. */
    private final int[] kinds;
    private final long[] kindNanos;
    private final int[] room = new int[MOST];
    private boolean takesNow;

    HandOut(TaskGraph graph, int[] ranks, Executor executor) {
        ready = new ReadyHeap(ranks);
        workers = executor.workers().size();
        batchNanos = executor.batchNanos();
        kinds = new int[graph.size()];
        Map<String, Integer> names = new HashMap<>();
        for (int task = 0; task < kinds.length; task++)
            kinds[task] = names.computeIfAbsent(graph.task(task).operation().name(), name -> names.size());
        kindNanos = new long[names.size()];
        java.util.Arrays.fill(kindNanos, -1);
    }

    long batchNanos() {
        return batchNanos;
    }

    boolean isEmpty() {
        return ready.isEmpty();
    }

    int size() {
        return ready.size();
    }

    void add(int task) {
        ready.add(task);
    }

    /** A task's operation took this long: later guesses follow. */
    void took(int task, long nanos) {
        long before = kindNanos[kinds[task]];
        kindNanos[kinds[task]] = before < 0 ? nanos : (3 * before + nanos) / 4;
    }

    int[] take() {
        int most = Math.min(MOST, (ready.size() + workers - 1) / workers);
        int count = 0;
        long total = 0;
        while (count < most) {
            long nanos = kindNanos[kinds[ready.peek()]];
            if (count > 0 && (nanos < 0 || total + nanos > batchNanos))
                break;
            room[count++] = ready.poll();
            total += nanos < 0 ? batchNanos : nanos;
        }
        return java.util.Arrays.copyOf(room, count);
    }

    /** Whether some worker holds tasks that it has not begun. */
    boolean mayTakeFrom(@Nullable Batch[] active) {
        return fullest(active) != null;
    }

    /** Someone has waited for long enough: what others have not begun may be taken from them. */
    void takeNow() {
        takesNow = true;
    }

    /** Half of what the one with most to do has not begun. */
    int[] takeFrom(@Nullable Batch[] active) {
        Batch victim = takesNow ? fullest(active) : null;
        takesNow = false;
        if (victim == null)
            return NONE;
        int count = 0;
        for (int most = (victim.left() + 1) / 2; count < most; count++) {
            int at = victim.claim();
            if (at < 0)
                break;
            room[count] = victim.tasks[at];
        }
        return java.util.Arrays.copyOf(room, count);
    }

    private static @Nullable Batch fullest(@Nullable Batch[] active) {
        Batch fullest = null;
        for (Batch batch : active) {
            if (batch != null && batch.left() > (fullest == null ? 0 : fullest.left()))
                fullest = batch;
        }
        return fullest;
    }
}
