package org.stridescope.ui.model.graph;

import java.util.Map;

import org.stridescope.lab.graph.RecordedGraph;
import org.stridescope.schedule.whatif.Recut;

/**
 * What a run took, to stand beside what was predicted.
 *
 * @param counts how many tasks of each name it had
 */
public record MeasuredRun(String scheduler, int workers, Map<String, Integer> counts, long makespanNanos) {
    static MeasuredRun of(ShownRun run) {
        RecordedGraph recorded = run.recorded();
        return new MeasuredRun(run.scheduler(), recorded.workers(), Recut.counts(recorded.graph()),
                recorded.makespanNanos());
    }

    /** How many tasks of this name it had. */
    public int chunks(String name) {
        return counts.getOrDefault(name, 0);
    }
}
