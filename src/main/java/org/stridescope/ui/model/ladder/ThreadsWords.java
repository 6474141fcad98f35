package org.stridescope.ui.model.ladder;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.stridescope.kernel.threads.OversubscriptionRun;
import org.stridescope.kernel.threads.ScheduleRun;
import org.stridescope.kernel.threads.SharingRun;
import org.stridescope.kernel.worker.RaceLesson.RaceRun;
import org.stridescope.lab.ladder.ThreadLab.Races;
import org.stridescope.ui.model.Figures;

/** What the lessons about threads showed, computed and in plain words. */
public final class ThreadsWords {
    private static final double EVEN = 1.05;

    private ThreadsWords() {}

    /** Under a schedule's picture. */
    public static String of(ScheduleRun run) {
        return String.format(Locale.ROOT, "%s \u00b7 imbalance %.2f \u00b7 threads busy %.0f %% of the time",
                Figures.duration(run.wallNanos() / 1e9), run.imbalance(), 100 * run.efficiency());
    }

    /** About all schedules together. */
    public static String schedules(List<ScheduleRun> runs) {
        if (runs.isEmpty())
            return "";
        ScheduleRun first = runs.getFirst();
        ScheduleRun best = runs.stream().min(Comparator.comparingLong(ScheduleRun::wallNanos)).orElse(first);
        double gain = (double) first.wallNanos() / best.wallNanos();
        String start = first.imbalance() > EVEN
                ? String.format(Locale.ROOT, "Under static the busiest thread has %.2f times the mean work, and the others wait for it",
                        first.imbalance())
                : "Under static the threads have even work";
        String end = best == first || gain < EVEN
                ? "; the other schedules gain nothing here."
                : "; " + best.experiment().schedule().label() + " ends " + Figures.times(gain)
                        + " as fast, as a free thread takes what is left.";
        String crowd = first.experiment().threads() > Runtime.getRuntime().availableProcessors()
                ? " There are more threads than processors, so some also wait for a processor."
                : "";
        return start + end + crowd + " Shown is the median run of each.";
    }

    /** About counters in one cache line and apart. */
    public static String sharing(List<SharingRun> runs) {
        if (runs.size() < 2)
            return "";
        SharingRun shared = runs.get(0);
        SharingRun apart = runs.get(1);
        double factor = shared.nanosAnIncrement() / apart.nanosAnIncrement();
        if (factor < EVEN) {
            return "No difference here: these threads may share one core, or the machine was busy. Each counter belongs to "
                    + "one thread either way, and all counts are right.";
        }
        return String.format(Locale.ROOT, "Side by side an increment takes %.1f times as long. No counter is shared, and every count is "
                + "right: what is shared is the cache line, which wanders between the cores at every write. %d bytes "
                + "between the counters mend it.", factor, apart.bytesApart());
    }

    /** About runs without the reduction clause and with it. */
    public static String races(Races races) {
        if (races.left().isEmpty())
            return "";
        long different = races.left().stream().map(RaceRun::wrong).distinct().count();
        int most = races.left().stream().mapToInt(RaceRun::wrong).max().orElse(0);
        if (most == 0) {
            return "All runs came out right this time: a race is wrong only when two threads meet at one item. That is what makes "
                    + "it hard to find; run it again, or with more threads.";
        }
        return "Up to " + Figures.count(most) + " items are wrong, "
                + (different > 1 ? "others in each run" : "as many in each run")
                + ": two threads read an item, both add to it, and the later write wipes out the earlier. No error is raised. "
                + "It ran in a process of its own, so that even a crash would not reach this window.";
    }

    /** A way to share work out in words. */
    public static String name(OversubscriptionRun run) {
        return run.tasks() + (run.tasks() == 1 ? " task \u00d7 " : " tasks \u00d7 ") + run.threadsATask()
                + (run.threadsATask() == 1 ? " thread" : " threads");
    }

    /** Beside its time. */
    public static String preemptions(OversubscriptionRun run) {
        return run.threads() + " threads on " + run.processors() + " processors"
                + (run.preemptions() < 0 ? "" : ", processor taken away " + Figures.count(run.preemptions()) + " times");
    }

    /** About all of them. */
    public static String oversubscription(List<OversubscriptionRun> runs) {
        if (runs.isEmpty())
            return "";
        OversubscriptionRun crowd = runs.getLast();
        long best = runs.stream().filter(run -> !run.isOversubscribed()).mapToLong(OversubscriptionRun::wallNanos).min()
                .orElse(crowd.wallNanos());
        double cost = (double) crowd.wallNanos() / best;
        return String.format(Locale.ROOT, "%s: %d threads take turns on %d processors, and threads that wait for one another wait for "
                + "ones that do not run. %s One level of threads is enough: tasks of one thread each, or one task with all.",
                name(crowd), crowd.threads(), crowd.processors(), cost > EVEN
                        ? String.format(Locale.ROOT, "It takes %.1f times as long as the better of the others.", cost)
                        : "Here it costs little, as there is little waiting in this kernel.");
    }
}
