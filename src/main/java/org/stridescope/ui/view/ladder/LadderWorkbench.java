package org.stridescope.ui.view.ladder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import org.stridescope.kernel.exercise.MatmulExercise;
import org.stridescope.ui.model.DistanceSettings;
import org.stridescope.ui.model.SettingsCheck;
import org.stridescope.ui.model.ladder.LadderModel;
import org.stridescope.ui.model.ladder.LadderTools;
import org.stridescope.ui.model.ladder.MatmulModel;
import org.stridescope.ui.model.ladder.RooflineModel;
import org.stridescope.ui.model.ladder.Rungs;
import org.stridescope.ui.model.ladder.ScalingModel;
import org.stridescope.ui.model.ladder.ThreadsModel;
import org.stridescope.ui.model.ladder.VectorisedModel;
import org.stridescope.ui.view.Action;
import org.stridescope.ui.view.Appearance;
import org.stridescope.ui.view.MessageBar;
import org.stridescope.ui.view.SettingsPane;
import org.stridescope.ui.view.WindowContext;
import org.stridescope.ui.view.Workbench;

/** The ladder bench: one problem by all variants, and what explains their times, a screen a segment. */
public final class LadderWorkbench implements Workbench {
    private final Appearance appearance;
    private final LadderTools tools;
    private final DistanceSettings settings;
    private final LadderModel model;
    private final LadderExports exports;
    private final List<LadderScreen> screens = new ArrayList<>();
    private final ObjectProperty<LadderScreen> shown;
    private final BorderPane content = new BorderPane();
    private final BorderPane middle = new BorderPane();
    private final LadderSide side;

    public LadderWorkbench(WindowContext context, Appearance appearance, LadderTools tools) {
        this.appearance = appearance;
        this.tools = tools;
        settings = new DistanceSettings(context.variants(), Runtime.getRuntime().availableProcessors());
        SettingsCheck check = new SettingsCheck(settings, context.runner(), context.background(), Platform::runLater);
        model = new LadderModel(tools, settings);
        exports = new LadderExports(context, model.job()::tell);
        screens.add(new LadderPane(model, check.ready(), appearance.look(), invitation("One problem, every rung",
                "Each variant is checked against a reference, then timed in turn with the others.\n"
                        + "What makes it faster than the rung below stands beside its figures.",
                "example-ladder", this::runExample)));
        ScalingModel scaling = new ScalingModel(model, tools, Runtime.getRuntime().availableProcessors());
        screens.add(new ScalingPane(scaling, check.ready(), appearance.look(), invitation("How the time grows",
                "The ticked variants over points, features or threads: where they leave the caches,\n"
                        + "and how much of the work only one thread can do.",
                "example-scaling", scaling::run)));
        screens.add(new RooflinePane(new RooflineModel(model, tools, context.settings()), check.ready(),
                appearance.look()));
        ThreadsModel threads = new ThreadsModel(tools.threads(), tools, Runtime.getRuntime().availableProcessors());
        screens.add(new ThreadsPane(threads, appearance.look(), invitation("Threads made visible",
                "Which thread did which tile, when, and who waited;\n"
                        + "what a shared cache line costs; why threads inside tasks are too many.",
                "example-threads", threads::run)));
        screens.add(new VectorisedPane(new VectorisedModel(tools, context.background())));
        screens.add(new CancellationPane(appearance.look()));
        MatmulModel matmul = new MatmulModel(MatmulExercise.open(), tools);
        screens.add(new MatmulPane(matmul, invitation("The matrix product",
                "Five ways to the same product, from three loops to a library,\nin double and in single precision.",
                "example-matmul", matmul::run)));
        shown = new SimpleObjectProperty<>(screens.getFirst());
        SettingsPane problem = new SettingsPane(settings, check, appearance, () -> choosePoints(context), busy());
        side = new LadderSide(problem, model, appearance.look());
        content.setId("ladder-bench");
        HBox row = new HBox(new ScreenSegments(screens, shown));
        row.getStyleClass().add("segment-row");
        VBox top = new VBox(row,
                new MessageBar(shown.flatMap(LadderScreen::message), () -> shown.get().dismiss()));
        top.getStyleClass().add("ladder-segments");
        middle.setTop(top);
        content.setCenter(middle);
        shown.subscribe(now -> {
            middle.setCenter(now.content());
            side.show(now);
            now.shown();
        });
    }

    private static VBox invitation(String title, String explained, String id, Runnable run) {
        Label head = new Label(title);
        head.getStyleClass().add("invitation");
        Label words = new Label(explained);
        words.getStyleClass().add("explained");
        Button example = new Button("Run the example");
        example.setId(id);
        example.getStyleClass().addAll("action", "main");
        example.setOnAction(_ -> run.run());
        VBox box = new VBox(head, words, example);
        box.getStyleClass().add("empty");
        return box;
    }

    private void runExample() {
        settings.variants().forEach(kernel -> settings.ticked(kernel).set(kernel.availability().isAvailable()));
        model.run();
    }

    private void choosePoints(WindowContext context) {
        context.choices().open(content.getScene() == null ? null : content.getScene().getWindow(), "Points",
                "NumPy arrays", List.of("*.npy", "*.npz")).ifPresent(settings.points()::set);
    }

    private ObservableValue<Boolean> busy() {
        return shown.flatMap(LadderScreen::running);
    }

    LadderModel model() {
        return model;
    }

    @Override
    public List<Action> actions() {
        ObservableValue<Boolean> running = busy();
        ObservableValue<String> words = Bindings.createStringBinding(
                () -> running.getValue() ? shown.get().stop() : shown.get().action(), running, shown);
        ObservableValue<Ikon> icon = running.map(on -> on ? (Ikon) MaterialDesignS.STOP : MaterialDesignP.PLAY);
        ObservableValue<Boolean> ready = shown.flatMap(LadderScreen::ready);
        ObservableValue<Boolean> disabled = Bindings.createBooleanBinding(
                () -> shown.get().action().isEmpty() || !running.getValue() && !ready.getValue(), running, ready, shown);
        return List.of(
                new Action("projector", new SimpleStringProperty("Projector"),
                        new SimpleObjectProperty<>(MaterialDesignP.PROJECTOR_SCREEN_OUTLINE), false,
                        new SimpleBooleanProperty(), () -> appearance.projector().set(!appearance.projector().get())),
                new Action("run", words, icon, true, disabled, () -> shown.get().act()));
    }

    @Override
    public WorkbenchMenus menus() {
        MenuItem table = new MenuItem("Export the ladder\u2026");
        table.setId("menu-export-ladder");
        table.disableProperty().bind(Bindings.createBooleanBinding(() -> model.rungs().get().isEmpty(), model.rungs()));
        table.setOnAction(_ -> exports.table(content, "ladder.csv", Rungs.csv(model.rungs().get())));
        return new WorkbenchMenus(List.of(table), List.of());
    }

    @Override
    public List<String> facts() {
        String fact = shown.get().doing().getValue();
        return fact.isEmpty() ? List.of() : List.of(fact);
    }

    @Override
    public void showSettings(boolean on) {
        content.setLeft(on ? side : null);
    }

    @Override
    public String unfinished() {
        return screens.stream().anyMatch(screen -> screen.running().getValue())
                ? "A measurement is running. Closing the window cancels it."
                : "";
    }

    @Override
    public void close() {
        tools.measurements().close();
    }

    @Override
    public void tick(long nanos) {
        shown.get().tick(nanos);
    }

    @Override
    public void key(KeyEvent event) {}

    @Override
    public boolean opens(Path file) {
        return false;
    }

    @Override
    public void open(Path file) {}

    @Override
    public Node content() {
        return content;
    }

    @Override
    public String id() {
        return "ladder";
    }

    @Override
    public String shortName() {
        return "Ladder";
    }

    @Override
    public String title() {
        return "Ladder bench";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignL.LADDER;
    }
}
