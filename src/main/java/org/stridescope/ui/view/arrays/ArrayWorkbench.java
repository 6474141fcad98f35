package org.stridescope.ui.view.arrays;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

import org.stridescope.explain.predict.Question;
import org.stridescope.ui.model.arrays.ArrayBenchModel;
import org.stridescope.ui.model.arrays.ArrayQuiz;
import org.stridescope.ui.model.arrays.OpenedArrays;
import org.stridescope.ui.model.arrays.PredictModel;
import org.stridescope.ui.model.arrays.ScriptEngine;
import org.stridescope.ui.model.arrays.SessionScore;
import org.stridescope.ui.model.arrays.ShownArray;
import org.stridescope.ui.view.Action;
import org.stridescope.ui.view.Appearance;
import org.stridescope.ui.view.PlaybackKeys;
import org.stridescope.ui.view.WindowContext;
import org.stridescope.ui.view.Workbench;

/** The array bench: a script, its variables, and one of them as NumPy sees it, as it lies in memory, and as it is walked. */
public final class ArrayWorkbench implements Workbench {
    private final WindowContext context;
    private final Appearance appearance;
    private final ArrayBenchModel model;
    private final PredictModel predict;
    private final OpenedArrays files;
    /** Its own, so that a script of twenty seconds holds nothing else up. */
    private final ExecutorService scripts = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name("stridescope-scripts").daemon(true).unstarted(work));
    private final ArrayQuiz quiz = new ArrayQuiz(new Random());
    private final ScriptPane script;
    private final ArrayStage stage;
    private final WalkPane walk;
    private final MetadataPane metadata = new MetadataPane();
    private final BorderPane content = new BorderPane();
    private final PlaybackKeys keys;
    private boolean stale = true;
    private boolean moved;

    public ArrayWorkbench(WindowContext context, Appearance appearance, ScriptEngine engine, SessionScore score) {
        this.context = context;
        this.appearance = appearance;
        model = new ArrayBenchModel(engine, scripts, context.background(), Platform::runLater);
        files = new OpenedArrays(model, context.background(), Platform::runLater);
        predict = new PredictModel(score);
        keys = new PlaybackKeys(model.walk().playhead());
        script = new ScriptPane(model, files, appearance.look(), this::chooseFile);
        stage = new ArrayStage(model, appearance.look());
        walk = new WalkPane(model.walk(), appearance.look());
        BorderPane middle = new BorderPane(stage);
        StackPane right = new StackPane(metadata, new PredictPane(predict));
        right.getStyleClass().add("metadata-side");
        middle.setBottom(walk);
        content.setId("array-bench");
        content.setLeft(script);
        content.setCenter(middle);
        content.setRight(right);
        listen();
        script.runPreset();
    }

    private void listen() {
        model.shown().addListener(_ -> {
            stage.forget();
            script.showCards();
            redraw();
        });
        model.run().addListener((_, _, now) -> {
            predict.stop();
            script.show(now);
            redraw();
        });
        // a mouse may move many times a frame: what it points at is painted once
        model.pointed().addListener(_ -> moved = true);
        model.lastWrite().addListener(_ -> redraw());
        model.walk().walks().addListener(_ -> stale = true);
        model.walk().cOrder().addListener(_ -> redraw());
        model.walk().cache().addListener(_ -> redraw());
        model.walk().playhead().time().addListener(_ -> stale = true);
        predict.asked().addListener(_ -> hide());
        appearance.look().addListener(_ -> redraw());
    }

    private void redraw() {
        ShownArray shown = model.shown().get();
        stage.show();
        script.mark(shown == null ? null : shown.variable(), model.lastWrite().get());
        metadata.setVisible(shown != null && predict.asked().get() == null);
        if (shown != null)
            metadata.show(shown);
        stale = true;
    }

    /** While a question waits, what would answer it is hidden. */
    private void hide() {
        boolean hidden = predict.hides();
        stage.hide(hidden, predict.hides(Question.Topic.SHAPE));
        walk.setVisible(!hidden && model.shown().get() != null);
        script.hideMemory(hidden);
        metadata.setVisible(predict.asked().get() == null && model.shown().get() != null);
    }

    @Override
    public void tick(long nanos) {
        model.walk().playhead().tick(nanos);
        script.tick(nanos);
        if (moved && !stale)
            stage.mark();
        moved = false;
        if (!stale)
            return;
        stale = false;
        if (!predict.hides())
            walk.show(model.shown().get());
        stage.mark();
    }

    /** Called with every script that ran, for benches that take operands from it. */
    public void onRun(Consumer<String> consumer) {
        model.run().addListener((_, _, now) -> consumer.accept(now.source()));
    }

    /** Asks about the array on show, or ends the asking. */
    void predict() {
        ShownArray shown = model.shown().get();
        if (predict.asked().get() != null || shown == null) {
            predict.stop();
            return;
        }
        List<Question> questions = quiz.about(shown.variable(), model.variables(), model.run().get().source());
        predict.ask(questions);
    }

    private void chooseFile() {
        context.choices().open(content.getScene() == null ? null : content.getScene().getWindow(), "Open an array",
                "Arrays", List.of("*.npy", "*.npz", "*.h5", "*.hdf5")).ifPresent(this::open);
    }

    @Override
    public boolean opens(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".npy") || name.endsWith(".npz") || name.endsWith(".h5") || name.endsWith(".hdf5");
    }

    @Override
    public void open(Path file) {
        script.open(file);
    }

    @Override
    public List<Action> actions() {
        ObservableValue<Ikon> projector = new SimpleObjectProperty<>(MaterialDesignP.PROJECTOR_SCREEN_OUTLINE);
        ObservableValue<Ikon> question = new SimpleObjectProperty<>(MaterialDesignH.HELP_CIRCLE_OUTLINE);
        ObservableValue<Ikon> run = model.running().map(on -> on ? MaterialDesignS.STOP : MaterialDesignP.PLAY);
        return List.of(
                new Action("predict", predict.asked().map(_ -> "Stop predicting").orElse("Predict first"), question,
                        false,
                        model.shown().isNull(), this::predict),
                new Action("projector", new SimpleStringProperty("Projector"), projector, false,
                        new SimpleBooleanProperty(),
                        () -> appearance.projector().set(!appearance.projector().get())),
                new Action("run", model.running().map(on -> on ? "Stop script" : "Run script"), run, true,
                        new SimpleBooleanProperty(), script::runOrStop));
    }

    @Override
    public List<String> facts() {
        ShownArray shown = model.shown().get();
        if (predict.hides())
            return score();
        if (shown == null)
            return List.of();
        String name = shown.variable().name();
        List<String> others = shown.family().stream().map(v -> v.name()).filter(n -> !n.equals(name)).toList();
        List<String> facts = new ArrayList<>(score());
        facts.add(others.isEmpty()
                ? name + " shares memory with no other variable"
                : name + " shares its buffer with " + String.join(", ", others));
        return facts;
    }

    private List<String> score() {
        return predict.score().get().asked() == 0 ? List.of() : List.of("predicted: " + predict.score().get().text());
    }

    @Override
    public WorkbenchMenus menus() {
        MenuItem open = new MenuItem("Open array\u2026");
        open.setId("menu-open-array");
        open.setOnAction(_ -> chooseFile());
        return new WorkbenchMenus(List.of(open), List.of());
    }

    @Override
    public void key(KeyEvent event) {
        if (!predict.hides() && !KeyTargets.wants(event))
            keys.handle(event);
    }

    @Override
    public void showSettings(boolean shown) {
        content.setLeft(shown ? script : null);
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public String unfinished() {
        return "";
    }

    @Override
    public void close() {
        files.cancel();
        model.stop();
        scripts.shutdownNow();
    }

    @Override
    public String id() {
        return "arrays";
    }

    @Override
    public String shortName() {
        return "Arrays";
    }

    @Override
    public String title() {
        return "Array bench";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignV.VIEW_GRID_OUTLINE;
    }
}
