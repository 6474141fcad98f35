package org.stridescope.ui.model.graph;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.lab.graph.GraphRunner;
import org.stridescope.ui.model.Figures;

/** The same work by several schedulers, in a sentence with the figures. */
public final class SchedulersCompared {
    private static final String LOCK = " While a task computes it holds a lock, simulated, as Python's interpreter has one:"
            + " of the threads of a process one computes at a time, however many there are; each process has a lock of its"
            + " own.";

    private SchedulersCompared() {}

    /**
     * Empty where fewer than two schedulers have run.
     *
     * @param locked whether the tasks hold a simulated interpreter lock
     */
    public static String sentence(boolean locked, List<MeasuredRun> runs) {
        List<MeasuredRun> last = new ArrayList<>();
        for (String scheduler : GraphRunner.SCHEDULERS)
            runs.stream().filter(run -> run.scheduler().equals(scheduler)).reduce((_, later) -> later)
                    .ifPresent(last::add);
        if (last.size() < 2)
            return "";
        MeasuredRun first = last.getFirst();
        StringBuilder words = new StringBuilder(who(first) + " took " + seconds(first));
        for (MeasuredRun run : last.subList(1, last.size()))
            words.append("; ").append(who(run)).append(' ').append(seconds(run)).append(", ")
                    .append(Figures.times(first.makespanNanos() / (double) Math.max(1, run.makespanNanos())))
                    .append(" as fast");
        return words + "." + (locked ? LOCK : "");
    }

    private static String who(MeasuredRun run) {
        return switch (run.scheduler()) {
            case "threads" -> run.workers() + (run.workers() == 1 ? " thread" : " threads");
            case "processes" -> run.workers() + (run.workers() == 1 ? " process" : " processes");
            default -> "One after the other, tasks";
        };
    }

    private static String seconds(MeasuredRun run) {
        return Figures.duration(run.makespanNanos() / 1e9);
    }
}
