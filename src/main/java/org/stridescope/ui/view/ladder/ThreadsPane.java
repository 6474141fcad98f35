package org.stridescope.ui.view.ladder;

import java.util.List;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.stridescope.kernel.threads.OversubscriptionRun;
import org.stridescope.kernel.threads.SharingRun;
import org.stridescope.kernel.threads.ThreadLessons;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.ladder.MeasuringJob;
import org.stridescope.ui.model.ladder.ThreadsModel;
import org.stridescope.ui.model.ladder.ThreadsModel.Lesson;
import org.stridescope.ui.model.ladder.ThreadsWords;
import org.stridescope.ui.view.ladder.FigureBars.Bar;

/** Threads made visible: who does which tile under which schedule, false sharing, threads inside tasks. */
final class ThreadsPane implements MeasuringScreen {
    private static final int GOOD_HUE = 2;
    private static final int BAD_HUE = 1;

    private final ThreadsModel model;
    private final StackPane content = new StackPane();
    private final ThreadsSettings settings;
    private final SchedulesView schedules;
    private final VBox sharing = lesson("sharing");
    private final LinePicture beside;
    private final LinePicture apart;
    private final FigureBars sharingBars = new FigureBars();
    private final Label sharingWords = words("sharing-words");
    private final VBox tasks = lesson("oversubscription");
    private final FigureBars taskBars = new FigureBars();
    private final Label taskWords = words("oversubscription-words");
    private final RaceView races;
    private final StackPane empty;

    ThreadsPane(ThreadsModel model, ObservableValue<Look> look, Node invitation) {
        this.model = model;
        settings = new ThreadsSettings(model);
        schedules = new SchedulesView(look);
        beside = new LinePicture(look, Long.BYTES);
        apart = new LinePicture(look, ThreadLessons.LINE_BYTES);
        content.setId("threads-screen");
        Node[] pictures = {section("Counters side by side: all in one line of the cache"), beside,
                section("Counters " + ThreadLessons.LINE_BYTES + " bytes apart: a line of its own for each"), apart,
                section("Time of one increment, each thread counting in its own counter"), sharingBars, sharingWords};
        sharing.getChildren().addAll(pictures);
        tasks.getChildren().addAll(section("The same matrix, its rows shared out among tasks and threads"), taskBars,
                taskWords);
        empty = new StackPane(model.whyNot().isEmpty() ? invitation : missing(model.whyNot()));
        empty.getStyleClass().add("empty");
        model.schedules().subscribe(schedules::show);
        model.sharing().subscribe(this::sharing);
        model.oversubscription().subscribe(this::tasks);
        races = new RaceView(look);
        model.races().subscribe(races::show);
        for (var part : List.of(model.lesson(), model.schedules(), model.sharing(), model.oversubscription(),
                model.races()))
            part.addListener(_ -> arrange());
        model.threads().subscribe(count -> {
            beside.show(count);
            apart.show(count);
        });
        arrange();
    }

    private void arrange() {
        Lesson lesson = model.lesson().get();
        boolean none = switch (lesson) {
            case SCHEDULES -> model.schedules().get().isEmpty();
            case FALSE_SHARING -> model.sharing().get().isEmpty();
            case RACE -> model.races().get().left().isEmpty();
            case OVERSUBSCRIPTION -> model.oversubscription().get().isEmpty();
        };
        content.getChildren().setAll(none ? empty : switch (lesson) {
            case SCHEDULES -> schedules;
            case FALSE_SHARING -> sharing;
            case RACE -> races;
            case OVERSUBSCRIPTION -> tasks;
        });
    }

    private void sharing(List<SharingRun> runs) {
        sharingBars.show(runs.stream().map(run -> new Bar(run.bytesApart() + " bytes apart", run.nanosAnIncrement(),
                String.format(java.util.Locale.ROOT, "%.2f ns", run.nanosAnIncrement()),
                run.threads() + " threads, each to " + Figures.count(run.increments()) + "; together "
                        + Figures.count(run.counted()) + ", as it must be",
                run.isShared() ? BAD_HUE : GOOD_HUE)).toList());
        sharingWords.setText(ThreadsWords.sharing(runs));
    }

    private void tasks(List<OversubscriptionRun> runs) {
        taskBars.show(runs.stream().map(run -> new Bar(ThreadsWords.name(run), run.wallNanos(),
                Figures.duration(run.wallNanos() / 1e9), ThreadsWords.preemptions(run),
                run.isOversubscribed() ? BAD_HUE : GOOD_HUE)).toList());
        taskWords.setText(ThreadsWords.oversubscription(runs));
    }

    private static VBox lesson(String id) {
        VBox box = new VBox();
        box.setId(id);
        box.getStyleClass().add("lesson");
        return box;
    }

    private static Label missing(String why) {
        Label label = words("threads-missing");
        label.setText("The lessons on threads are not available: " + why);
        return label;
    }

    private static Label words(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("why");
        return label;
    }

    private static Label section(String name) {
        Label label = new Label(name);
        label.getStyleClass().add("section");
        return label;
    }

    @Override
    public void start() {
        model.run();
    }

    @Override
    public String id() {
        return "threads";
    }

    @Override
    public String name() {
        return "Threads";
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Node settings() {
        return settings;
    }

    @Override
    public boolean usesProblem() {
        return false;
    }

    @Override
    public String action() {
        return "Run the lesson";
    }

    @Override
    public ObservableValue<Boolean> ready() {
        return new SimpleBooleanProperty(model.whyNot().isEmpty());
    }

    @Override
    public MeasuringJob job() {
        return model.job();
    }
}
