package org.stridescope.ui.model.ladder;

import java.util.List;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.stridescope.kernel.KernelError;
import org.stridescope.kernel.threads.OversubscriptionRun;
import org.stridescope.kernel.threads.Schedule;
import org.stridescope.kernel.threads.ScheduleExperiment;
import org.stridescope.kernel.threads.ScheduleRun;
import org.stridescope.kernel.threads.SharingRun;
import org.stridescope.lab.ladder.ThreadLab;
import org.stridescope.lab.ladder.ThreadLab.Races;

/** The lessons about threads: what is set, and what the last run of each gave. */
public final class ThreadsModel {
    private static final int FEATURES = 40;

    /** Which lesson. */
    public enum Lesson {
        SCHEDULES("Who does which tile"), FALSE_SHARING("False sharing"), RACE(
                "A race: no reduction clause"), OVERSUBSCRIPTION("Threads inside tasks");

        private final String label;

        Lesson(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private final ThreadLab lab;
    private final MeasuringJob job;
    private final int cores;
    private final ObjectProperty<Lesson> lesson = new SimpleObjectProperty<>(Lesson.SCHEDULES);
    private final ObjectProperty<Integer> points = new SimpleObjectProperty<>(1000);
    private final ObjectProperty<Integer> across = new SimpleObjectProperty<>(16);
    private final ObjectProperty<Integer> chunk = new SimpleObjectProperty<>(0);
    private final ObjectProperty<Integer> threads;
    private final BooleanProperty triangle = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<List<ScheduleRun>> schedules = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<SharingRun>> sharing = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Races> races = new ReadOnlyObjectWrapper<>(
            new Races(0, List.of(), List.of()));
    private final ReadOnlyObjectWrapper<List<OversubscriptionRun>> oversubscription = new ReadOnlyObjectWrapper<>(
            List.of());

    public ThreadsModel(ThreadLab lab, LadderTools tools, int cores) {
        this.lab = lab;
        this.cores = cores;
        this.job = new MeasuringJob(tools.measurements(), tools.ui());
        threads = new SimpleObjectProperty<>(Math.clamp(cores, 2, 8));
    }

    /** Why no lesson can run here; empty where they can. */
    public String whyNot() {
        return lab.whyNot();
    }

    /** Runs the chosen lesson. */
    public void run() {
        if (!whyNot().isEmpty()) {
            job.tell(whyNot());
            return;
        }
        try {
            start();
        } catch (KernelError error) {
            job.tell(String.valueOf(error.getMessage()));
        }
    }

    private void start() {
        int used = threads.get();
        switch (lesson.get()) {
            case SCHEDULES -> {
                ScheduleExperiment experiment = experiment();
                job.run("a lesson on threads", cancellation -> lab.schedules(experiment, cancellation), schedules::set);
            }
            case FALSE_SHARING ->
                job.run("a lesson on threads", cancellation -> lab.sharing(used, cancellation), sharing::set);
            case RACE -> job.run("a lesson on threads", cancellation -> lab.races(used, cancellation), races::set);
            case OVERSUBSCRIPTION -> job.run("a lesson on threads",
                    cancellation -> lab.oversubscription(cores, cancellation), oversubscription::set);
        }
        if (job.running().get())
            job.say("each way " + ThreadLab.RUNS + " times, in turn", 0);
    }

    /** What is set for the schedules, under the first of them. */
    public ScheduleExperiment experiment() {
        return new ScheduleExperiment(points.get(), FEATURES, Math.ceilDiv(points.get(), across.get()), triangle.get(),
                Schedule.STATIC, chunk.get(), threads.get());
    }

    /** Without the reduction clause, and with it. */
    public ReadOnlyObjectProperty<Races> races() {
        return races.getReadOnlyProperty();
    }

    public MeasuringJob job() {
        return job;
    }

    public ObjectProperty<Lesson> lesson() {
        return lesson;
    }

    /** Points, rows and columns of the matrix. */
    public ObjectProperty<Integer> points() {
        return points;
    }

    /** Tiles in a row of tiles. */
    public ObjectProperty<Integer> across() {
        return across;
    }

    /** Tiles a helping; 0: OpenMP's choice. */
    public ObjectProperty<Integer> chunk() {
        return chunk;
    }

    public ObjectProperty<Integer> threads() {
        return threads;
    }

    /** Only pairs i &lt; j: uneven work. */
    public BooleanProperty triangle() {
        return triangle;
    }

    /** Static, dynamic, guided; empty before the first run. */
    public ReadOnlyObjectProperty<List<ScheduleRun>> schedules() {
        return schedules.getReadOnlyProperty();
    }

    /** Side by side, then apart. */
    public ReadOnlyObjectProperty<List<SharingRun>> sharing() {
        return sharing.getReadOnlyProperty();
    }

    /** One task of many threads, many tasks of one, many of many. */
    public ReadOnlyObjectProperty<List<OversubscriptionRun>> oversubscription() {
        return oversubscription.getReadOnlyProperty();
    }
}
