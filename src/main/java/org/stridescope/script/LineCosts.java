package org.stridescope.script;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.Index;
import org.stridescope.array.NDArray;

/** What each line costs and writes, noted as the script runs; a line that calls a function counts what that one does too. */
final class LineCosts {
    private final Roots roots;
    private final Map<Integer, LineCost> costs = new TreeMap<>();
    private final WriteLog writes = new WriteLog();
    private int line;

    LineCosts(Roots roots) {
        this.roots = roots;
    }

    /** Counters as they stood when a line began. */
    final class Begun {
        private final int outer = line;
        private final long start = System.nanoTime();
        private final long allocated = memory().allocatedBytes();
        private final long copies = memory().copies();
        private final long freed = roots.freed();

        private Begun(int begun) {
            line = begun;
        }

        long nanos() {
            return System.nanoTime() - start;
        }

        /** The line is done, and what it left over is freed. */
        void done(long nanos) {
            LineCost cost = costs.getOrDefault(line, new LineCost(line, 0, 0, 0, 0, 0));
            costs.put(line, cost.plus(nanos, memory().allocatedBytes() - allocated, roots.freed() - freed,
                    memory().copies() - copies));
        }

        void leave() {
            line = outer;
        }
    }

    private ArrayMemory memory() {
        return roots.memory;
    }

    Begun begin(int begun) {
        return new Begun(begun);
    }

    void wrote(NDArray array) {
        writes.whole(line, array);
    }

    void wrote(NDArray array, List<Index> indices) {
        writes.chosen(line, array, indices);
    }

    List<LineWrite> writes() {
        return writes.writes();
    }

    List<LineCost> costs() {
        return List.copyOf(costs.values());
    }
}
