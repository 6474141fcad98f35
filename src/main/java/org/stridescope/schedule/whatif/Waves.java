package org.stridescope.schedule.whatif;

/**
 * How often W workers go at T equal tasks: full waves, and a last one that may leave workers idle. 24 tasks on 24 workers are
 * one wave; the 25th makes a second, in which 23 workers have nothing to do.
 */
public record Waves(int tasks, int workers) {
    public Waves {
        if (tasks < 0 || workers < 1)
            throw new IllegalArgumentException(tasks + " tasks on " + workers + " workers");
    }

    public int count() {
        return Math.ceilDiv(tasks, workers);
    }

    /** Workers without a task in the last wave. */
    public int idleInLast() {
        return tasks == 0 ? 0 : count() * workers - tasks;
    }

    /** In words, with the time that one task takes. */
    public String sentence(double secondsATask) {
        String waves = count() == 1 ? "one wave" : count() + " waves";
        String idle = idleInLast() == 0
                ? "every worker has something to do to the end"
                : idleInLast() + (idleInLast() == 1 ? " worker has" : " workers have") + " nothing to do in the last";
        return String.format(java.util.Locale.ROOT, "%d tasks on %d workers are %s of %.3g s: %.3g s; %s.", tasks,
                workers,
                waves, secondsATask, count() * secondsATask, idle);
    }
}
