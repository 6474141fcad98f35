package org.stridescope.ui.model.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.stridescope.schedule.whatif.Waves;
import org.stridescope.trace.TaskTrace;
import org.stridescope.ui.model.Figures;

/** What was predicted beside what came, and the waves that explain it. */
public final class Prediction {
    private Prediction() {}

    /** @param predicted seconds; NaN where nothing was predicted, then the answer is empty */
    public static String sentence(double predicted, List<ShownRun> runs) {
        if (Double.isNaN(predicted) || runs.isEmpty())
            return "";
        ShownRun run = runs.getLast();
        double took = run.lengthNanos() / 1e9;
        return "You said " + Figures.duration(predicted) + ", it took " + Figures.duration(took) + " by "
                + run.scheduler() + ". " + waves(run);
    }

    /** Of the tasks that together take most time: how often the workers go at them. */
    private static String waves(ShownRun run) {
        Map<String, long[]> byName = new HashMap<>();
        for (TaskTrace.Span span : run.spans()) {
            long[] sum = byName.computeIfAbsent(run.tasks().get(span.task()).name(), _ -> new long[2]);
            sum[0] += span.endNanos() - span.startNanos();
            sum[1]++;
        }
        return byName.entrySet().stream().max(Comparator.comparingLong(e -> e.getValue()[0])).map(most -> {
            long[] sum = most.getValue();
            Waves waves = new Waves((int) sum[1], Math.max(1, run.workers().size()));
            return "Most of it is " + most.getKey() + ": " + waves.sentence(sum[0] / 1e9 / sum[1]);
        }).orElse("");
    }
}
