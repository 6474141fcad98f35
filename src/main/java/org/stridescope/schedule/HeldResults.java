package org.stridescope.schedule;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.NDArray;
import org.stridescope.graph.Key;
import org.stridescope.graph.TaskGraph;

/**
 * The results that are still needed, how many bytes they are, and which of them have to leave memory when there are too many.
 * A result is let go when its last dependent is done; it goes to disk, while memory is short, if no running task uses it, those
 * first whose next use is last in order. Changed with the run's lock held; {@link #value} is read without.
 */
final class HeldResults {
    private final TaskGraph graph;
    private final Executor executor;
    private final RunOptions options;
    private final RunState run;
    private final @Nullable Object[] values;
    private final long[] bytes;
    private final int[] uses;
    private final int[] pins;
    private final @Nullable Spill spill;
    /** Not in memory, or nothing that can leave it. */
    private final BitSet away = new BitSet();
    private long held;
    private long mostHeld;

    HeldResults(TaskGraph graph, List<Key> wanted, Executor executor, RunOptions options, RunState run) {
        this.graph = graph;
        this.executor = executor;
        this.options = options;
        this.run = run;
        int tasks = graph.size();
        values = new Object[tasks];
        bytes = new long[tasks];
        uses = new int[tasks];
        pins = new int[tasks];
        for (int task = 0; task < tasks; task++)
            uses[task] = graph.dependentCount(task);
        for (Key key : wanted)
            uses[graph.number(key)]++;
        spill = options.hasMemoryLimit() ? new Spill() : null;
    }

    /** How many bytes it is. */
    long put(int task, @Nullable Object value) {
        values[task] = value;
        bytes[task] = Bytes.of(value);
        grow(bytes[task]);
        return bytes[task];
    }

    private void grow(long by) {
        held += by;
        mostHeld = Math.max(mostHeld, held);
    }

    long heldBytes() {
        return held;
    }

    long mostHeldBytes() {
        return mostHeld;
    }

    long spilledBytes() {
        return spill == null ? 0 : spill.writtenBytes();
    }

    /** A task begins that uses the results of its dependencies: they must stay. */
    void pin(int task) {
        for (int i = 0; i < graph.dependencyCount(task); i++)
            pins[graph.dependency(task, i)]++;
    }

    void unpin(int task) {
        for (int i = 0; i < graph.dependencyCount(task); i++)
            pins[graph.dependency(task, i)]--;
    }

    /** A dependent is done with it. */
    void used(int task) {
        pins[task]--;
        if (--uses[task] > 0)
            return;
        Object value = values[task];
        values[task] = null;
        if (value instanceof SpilledArray file) {
            file.delete();
        } else {
            if (!away.get(task))
                held -= bytes[task];
            letGo(value);
        }
        run.moved(task, TaskState.RELEASED);
    }

    private void letGo(@Nullable Object value) {
        if (options.hasReleased() && value != null)
            options.released().accept(value);
        executor.release(value);
    }

    /** A result for a dependent, or for who wanted it; read back from disk if it has to be. */
    @Nullable
    Object value(int task) {
        Object value = values[task];
        if (!(value instanceof SpilledArray file))
            return value;
        Object back = file.read();
        run.locked(() -> {
            if (values[task] == file) {
                values[task] = back;
                grow(bytes[task]);
                run.moved(task, TaskState.IN_MEMORY);
                file.delete();
            }
        });
        return back;
    }

    /** Writes results to disk until those in memory are within the limit; by a worker's driver, between two batches. */
    void spillWhatIsTooMuch() {
        if (spill == null || held <= options.memoryLimit())
            return;
        while (true) {
            int[] victim = {-1};
            run.locked(() -> victim[0] = victim(spill));
            if (victim[0] < 0)
                return;
            write(spill, victim[0]);
        }
    }

    /** The result in memory whose next use comes last; -1 where memory suffices or nothing can go. */
    private int victim(Spill to) {
        int best = -1;
        if (held <= options.memoryLimit())
            return best;
        for (int task = 0; task < values.length; task++) {
            if (pins[task] == 0 && canLeave(task) && !to.isTaking(task)
                    && (best < 0 || run.nextUse(task) > run.nextUse(best)))
                best = task;
        }
        if (best >= 0)
            to.taking(best, true);
        return best;
    }

    /** Arrays, and what holds them; all else is small. */
    private boolean canLeave(int task) {
        return bytes[task] > 0 && !away.get(task)
                && (values[task] instanceof NDArray || values[task] != null && !executor.sharesMemory());
    }

    private void write(Spill to, int task) {
        Object value = values[task];
        Object file = value instanceof NDArray array ? to.write(task, array) : to.write(value, bytes[task], executor);
        run.locked(() -> {
            to.taking(task, false);
            if (file == null) {
                away.set(task);
                held -= bytes[task];
                return;
            }
            if (values[task] != value || pins[task] > 0) {
                delete(file); // it was used meanwhile
                return;
            }
            values[task] = file;
            held -= bytes[task];
            run.moved(task, TaskState.SPILLED);
            if (!(file instanceof SpilledArray)) {
                away.set(task);
                executor.release(value);
            } else if (options.hasReleased() && value != null) {
                options.released().accept(value);
            }
        });
    }

    private void delete(Object file) {
        if (file instanceof SpilledArray spilled)
            spilled.delete();
        else
            executor.release(file);
    }

    /** The run is over: what is on disk goes, and what nobody asked for is let go. */
    void close(int... wanted) {
        boolean[] kept = new boolean[values.length];
        for (int task : wanted)
            kept[task] = true;
        for (int task = 0; task < values.length; task++) {
            if (!kept[task] && values[task] != null && !(values[task] instanceof SpilledArray))
                executor.release(values[task]);
        }
        if (spill != null)
            spill.close();
        Arrays.fill(values, null);
    }
}
