package org.stridescope.ui.view.graph;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import org.stridescope.lab.graph.GraphPreset;
import org.stridescope.lab.graph.GraphPresets;
import org.stridescope.lab.graph.GraphRunner;
import org.stridescope.trace.TaskState;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.graph.GraphBenchModel;
import org.stridescope.ui.model.graph.Prediction;
import org.stridescope.ui.model.graph.ShownRun;
import org.stridescope.ui.view.Action;
import org.stridescope.ui.view.Appearance;
import org.stridescope.ui.view.MessageBar;
import org.stridescope.ui.view.PlaybackKeys;
import org.stridescope.ui.view.WindowContext;
import org.stridescope.ui.view.Workbench;

/** The graph bench: a task graph drawn before it runs, watched while it runs, replayed, and run again on simulated machines. */
public final class GraphWorkbench implements Workbench {
    private final Appearance appearance;
    /** Its own: a layout must not wait for a race's files, nor they for it. */
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name("stridescope-layout").daemon(true).unstarted(work));
    private final GraphBenchModel model;
    private final GraphSettingsPane settings;
    private final GraphStage stage;
    private final SimpleStringProperty said = new SimpleStringProperty("");
    private final PlaybackKeys keys;
    private final BorderPane content = new BorderPane();
    private final GraphFiles files;
    private boolean stale = true;
    private double predicted = Double.NaN;

    public GraphWorkbench(WindowContext context, Appearance appearance, GraphPresets presets, GraphRunner runner) {
        this.appearance = appearance;
        GraphPreset first = presets.named("cityblock-chunks");
        model = new GraphBenchModel(runner, first, background, Platform::runLater);
        settings = new GraphSettingsPane(model, presets.all());
        stage = new GraphStage(model, appearance.look(), background, this::compute);
        keys = new PlaybackKeys(model.playhead());
        files = new GraphFiles(context, model, content, said::set);
        content.setId("graph-bench");
        content.setLeft(settings);
        content.setCenter(new BorderPane(stage, new VBox(new MessageBar(said, () -> said.set(""))), null, null, null));
        model.rebuild();
        listen();
    }

    private void listen() {
        Runnable spoil = () -> stale = true;
        model.layout().addListener(_ -> spoil.run());
        model.runs().addListener(_ -> spoil.run());
        model.picked().addListener(_ -> spoil.run());
        model.playhead().time().addListener(_ -> spoil.run());
        settings.colour().valueProperty().addListener(_ -> spoil.run());
        appearance.look().addListener(_ -> spoil.run());
        model.message().addListener((_, _, now) -> said.set(now));
        model.running().addListener((_, _, now) -> {
            if (!now && model.message().get().isEmpty())
                said.set((Prediction.sentence(predicted, model.runs().get()) + " " + model.compared()).strip());
            spoil.run();
        });
    }

    private void compute() {
        if (model.running().get()) {
            model.cancel();
            return;
        }
        predicted = settings.predicted();
        said.set("");
        model.compute(settings.schedulers());
    }

    @Override
    public void tick(long nanos) {
        model.tick(nanos);
        if (!stale)
            return;
        stale = false;
        stage.refresh(settings.colour().getValue());
    }

    @Override
    public List<Action> actions() {
        return List.of(
                new Action("graph-fit", new SimpleStringProperty("Fit"),
                        new SimpleObjectProperty<>(MaterialDesignF.FIT_TO_PAGE_OUTLINE), false,
                        new SimpleBooleanProperty(), stage::fit),
                new Action("projector", new SimpleStringProperty("Projector"),
                        new SimpleObjectProperty<>(MaterialDesignP.PROJECTOR_SCREEN_OUTLINE), false,
                        new SimpleBooleanProperty(), () -> appearance.projector().set(!appearance.projector().get())),
                new Action("run", model.running().map(on -> on ? "Cancel" : "Compute"),
                        new SimpleObjectProperty<>(MaterialDesignP.PLAY), true, new SimpleBooleanProperty(),
                        this::compute));
    }

    @Override
    public List<String> facts() {
        ShownRun run = model.shown();
        List<String> facts = new ArrayList<>();
        if (run == null)
            return List.of(model.tasks().size() + " tasks, none has run");
        TaskState[] states = run.statesAt(model.playhead().time().get());
        int[] counts = new int[TaskState.values().length];
        for (TaskState state : states)
            counts[state.ordinal()]++;
        long done = java.util.Arrays.stream(states).filter(TaskState::isDone).count();
        facts.add(done + " of " + states.length + " done");
        facts.add(counts[TaskState.RUNNING.ordinal()] + " running");
        facts.add(counts[TaskState.READY.ordinal()] + " ready");
        facts.add(counts[TaskState.WAITING.ordinal()] + " waiting");
        long moved = run.moves().stream().mapToLong(move -> move.bytes()).sum();
        if (moved > 0)
            facts.add("moved between processes " + Figures.bytes(moved));
        return facts;
    }

    @Override
    public WorkbenchMenus menus() {
        return files.menus();
    }

    @Override
    public void key(KeyEvent event) {
        keys.handle(event);
    }

    /** While this bench is shown, recordings are for it; else they are for the profile. */
    @Override
    public boolean opens(Path file) {
        return content.getScene() != null && file.toString().toLowerCase(Locale.ROOT).endsWith(".ssrec");
    }

    @Override
    public void open(Path file) {
        files.open(file);
    }

    @Override
    public void showSettings(boolean shown) {
        content.setLeft(shown ? settings : null);
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public String unfinished() {
        return model.running().get() ? "A graph is being computed." : "";
    }

    @Override
    public void close() {
        model.close();
        background.shutdownNow();
    }

    @Override
    public String id() {
        return "graph";
    }

    @Override
    public String shortName() {
        return "Graph";
    }

    @Override
    public String title() {
        return "Task graph";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignG.GRAPH_OUTLINE;
    }
}
