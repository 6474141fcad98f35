package org.stridescope.ui.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

import org.stridescope.kernel.DistanceKernel;
import org.stridescope.lab.RaceResult;
import org.stridescope.ui.model.DistanceSettings;
import org.stridescope.ui.model.LivePace;
import org.stridescope.ui.model.RaceModel;
import org.stridescope.ui.model.RaceModel.State;
import org.stridescope.ui.model.RaceMoment;
import org.stridescope.ui.model.Remark;
import org.stridescope.ui.model.ResultRows;
import org.stridescope.ui.model.SettingsCheck;
import org.stridescope.ui.model.ShownRecording;
import org.stridescope.ui.model.Speeds;
import org.stridescope.ui.model.StartOrder;
import org.stridescope.ui.model.ValueRange;
import org.stridescope.ui.model.WhatYouSee;

/** The distance lab: set a problem, race variants, watch the race live and again. */
final class DistanceWorkbench implements Workbench {
    private static final double SIDE = 284;
    /** Frames between the columns of a race and its start. */
    private static final int FRAMES_FIRST = 4;

    private final WindowContext context;
    private final Appearance appearance;
    private final DistanceSettings settings;
    private final SettingsCheck check;
    private final RaceModel model;
    private final RaceExports exports;
    private final BooleanProperty resultsShown = new SimpleBooleanProperty();
    private final BooleanProperty ownSpans = new SimpleBooleanProperty();
    private final BorderPane content = new BorderPane();
    private final BorderPane race = new BorderPane();
    private final StackPane middle = new StackPane();
    private final RemarkPane remark = new RemarkPane();
    private final BorderPane side = new BorderPane();
    private final VBox below = new VBox();
    private final RaceColumns columns;
    private final ResultsPane results;
    private final Transport transport;
    private final EmptyRace empty;
    private final PlaybackKeys keys;
    private final ExampleRace example;
    private final LivePace pace = new LivePace(new DrawingTime());
    private final RecordingTaker ended;
    private final RecordingTaker wanted;
    private boolean stale = true;
    private List<RaceResult.Row> filled = List.of();

    DistanceWorkbench(WindowContext context, Appearance appearance, RecordingTaker ended, RecordingTaker wanted) {
        this.ended = ended;
        this.wanted = wanted;
        this.context = context;
        this.appearance = appearance;
        settings = new DistanceSettings(context.variants(), Runtime.getRuntime().availableProcessors());
        RememberedProblem.restore(settings, context.settings());
        check = new SettingsCheck(settings, context.runner(), context.background(), Platform::runLater);
        model = new RaceModel(context.runner(), context.files(), context.background(), Platform::runLater);
        model.startAfter(FRAMES_FIRST);
        exports = new RaceExports(model, context);
        example = new ExampleRace(context.background(), this::raceExample);
        keys = new PlaybackKeys(model.playhead());
        side.setCenter(new SettingsPane(settings, check, appearance, this::choosePoints, busy()));
        side.getStyleClass().add("side");
        appearance.look().subscribe(look -> {
            side.setMinWidth(SIDE * look.scale());
            side.setPrefWidth(SIDE * look.scale());
            side.setMaxWidth(SIDE * look.scale());
        });
        Map<String, String> languages = context.variants().stream()
                .collect(Collectors.toMap(DistanceKernel::name, DistanceKernel::language));
        columns = new RaceColumns(languages, appearance.look());
        results = new ResultsPane(appearance.look());
        transport = new Transport(model.playhead(), appearance.look(), new ViewSegments(resultsShown));
        empty = new EmptyRace(appearance.look(), this::runExample, this::chooseFile);
        race.setTop(new MessageBar(model.message(), () -> model.say("")));
        race.setCenter(middle);
        content.setCenter(race);
        below.getChildren().add(transport);
        showSettings(true);
        listen();
        arrange();
    }

    private void listen() {
        model.columns().addListener((_, _, now) -> columns.setVariants(now));
        model.rows().addListener(_ -> fillResults());
        model.state().addListener((_, _, now) -> {
            if (now == State.SHOWN) {
                model.playhead().setSpeed(Speeds.fitting(model.playhead().length().get()));
                hand(ended);
            }
            if (now == State.RUNNING)
                resultsShown.set(false);
            arrange();
        });
        model.shown().addListener(_ -> stale = true);
        model.playhead().time().addListener(_ -> stale = true);
        ownSpans.addListener(_ -> stale = true);
        resultsShown.addListener(_ -> {
            fillResults();
            arrange();
        });
        appearance.look().addListener(_ -> stale = true);
    }

    /** Only while they are looked at: a table and a chart that nobody sees cost the end of a race a long frame. */
    private void fillResults() {
        if (resultsShown.get() && !filled.equals(model.rows().get())) {
            filled = model.rows().get();
            results.show(filled);
        }
    }

    private void arrange() {
        stale = true;
        boolean isEmpty = model.state().get() == State.EMPTY;
        middle.getChildren().setAll(isEmpty ? empty : resultsShown.get() ? results : columns);
        race.setBottom(isEmpty ? null : below);
    }

    @Override
    public void tick(long nanos) {
        model.playhead().tick(nanos);
        model.frame();
        columns.tick();
        remark.tick(nanos);
        if (!stale || !pace.due(nanos) && model.isBusy())
            return;
        stale = false;
        ShownRecording shown = model.shown().get();
        RaceMoment moment = model.moment();
        double features = shown == null ? Double.NaN : ResultRows.features(shown.recording().settings());
        if (!resultsShown.get())
            columns.show(moment, shown, new StartOrder(model.columns().get(), model.state().get() == State.RUNNING),
                    moment == null || ownSpans.get() ? 0 : moment.span(), features);
        transport.show(model.columns().get(), moment, shown == null ? ValueRange.NONE : shown.range());
        remark.show(model.isBusy(),
                () -> moment == null ? new Remark("", "") : WhatYouSee.at(moment, features));
    }

    void runOrCancel() {
        if (model.isBusy()) {
            model.cancel();
            return;
        }
        settings.experiment().ifPresent(experiment -> {
            RememberedProblem.keep(settings, context.settings());
            model.run(experiment);
        });
    }

    /** A race that takes a second or two anywhere, over points whose distances make a picture, by all that can take part. */
    void runExample() {
        if (!model.isBusy())
            example.prepare();
    }

    private void raceExample(@Nullable Path points) {
        RememberedProblem.example(settings);
        settings.points().set(points);
        if (!model.isBusy())
            runOrCancel();
    }

    void chooseFile() {
        context.choices().open(owner(), "Open a recording or points", "Recordings and points",
                List.of("*.ssrec", "*.npy", "*.npz")).ifPresent(this::open);
    }

    private void choosePoints() {
        context.choices().open(owner(), "Points", "NumPy arrays", List.of("*.npy", "*.npz"))
                .ifPresent(settings.points()::set);
    }

    @Override
    public void open(Path file) {
        if (ExampleRace.isPoints(file)) {
            if (model.isBusy())
                model.open(file);
            else
                settings.points().set(file);
        } else {
            model.open(file);
        }
    }

    @Override
    public boolean opens(Path file) {
        // a recording that is opened elsewhere is for the profile
        boolean isShown = content.getScene() != null;
        return ExampleRace.isPoints(file) || isShown && file.toString().toLowerCase(Locale.ROOT).endsWith(".ssrec");
    }

    void saveRecording() {
        exports.recording(content);
    }

    void exportResults() {
        exports.results(content);
    }

    void exportPicture() {
        exports.picture(middle.getChildren().getFirst(), appearance.look().get().palette().background());
    }

    /** Shows the race as a timeline, in the profile. */
    void openInProfile() {
        hand(wanted);
    }

    private void hand(RecordingTaker taker) {
        ShownRecording shown = model.shown().get();
        if (shown != null)
            taker.take("race: " + String.join(", ", model.columns().get()), shown.recording());
    }

    RaceModel model() {
        return model;
    }

    DistanceSettings settings() {
        return settings;
    }

    BooleanProperty resultsShown() {
        return resultsShown;
    }

    BooleanProperty ownSpans() {
        return ownSpans;
    }

    ObservableBooleanValue cannotRun() {
        return RaceActions.cannotRun(model, check);
    }

    private ObservableValue<Boolean> busy() {
        return model.state().map(_ -> model.isBusy());
    }

    private javafx.stage.@Nullable Window owner() {
        return content.getScene() == null ? null : content.getScene().getWindow();
    }

    @Override
    public List<Action> actions() {
        return new RaceActions(this, appearance).all();
    }

    @Override
    public WorkbenchMenus menus() {
        return new DistanceMenus(this, model).menus();
    }

    @Override
    public List<String> facts() {
        String cost = model.cost().get();
        return cost.isEmpty() ? List.of() : List.of("\u25cf " + cost);
    }

    @Override
    public void key(KeyEvent event) {
        keys.handle(event);
    }

    @Override
    public void showSettings(boolean shown) {
        content.setLeft(shown ? side : null);
        // the sentence stays on screen when the settings are folded away
        side.setBottom(null);
        below.getChildren().remove(remark);
        if (shown)
            side.setBottom(remark);
        else
            below.getChildren().addFirst(remark);
        remark.setWide(!shown);
    }

    @Override
    public String unfinished() {
        return model.isBusy() ? "A race is running. Closing the window cancels it." : "";
    }

    @Override
    public void close() {
        model.close();
    }

    @Override
    public String id() {
        return "distance";
    }

    @Override
    public String shortName() {
        return "Distance";
    }

    @Override
    public String title() {
        return "Distance lab";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignV.VECTOR_LINE;
    }

    @Override
    public Node content() {
        return content;
    }
}
