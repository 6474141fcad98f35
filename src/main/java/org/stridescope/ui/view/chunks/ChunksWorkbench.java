package org.stridescope.ui.view.chunks;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import org.stridescope.lab.graph.ChunkStudy;
import org.stridescope.lab.graph.GraphRunner;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.chunks.ChunkBenchModel;
import org.stridescope.ui.view.Action;
import org.stridescope.ui.view.Appearance;
import org.stridescope.ui.view.MessageBar;
import org.stridescope.ui.view.WindowContext;
import org.stridescope.ui.view.Workbench;

/** The chunk bench: an array as a grid of blocks, cut anew, its memory predicted and measured; and the weather as maps. */
public final class ChunksWorkbench implements Workbench {
    private final Appearance appearance;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name("stridescope-chunks").daemon(true).unstarted(work));
    private final ChunkBenchModel model;
    private final ChunkSettingsPane settings;
    private final CutStage cut;
    private final WeatherStage weather;
    private final BooleanProperty maps = new SimpleBooleanProperty();
    private final SimpleStringProperty said = new SimpleStringProperty("");
    private final BorderPane content = new BorderPane();
    private final BorderPane middle = new BorderPane();

    /** @param memory bytes of this machine */
    public ChunksWorkbench(WindowContext context, Appearance appearance, GraphRunner runner, long memory) {
        this.appearance = appearance;
        model = new ChunkBenchModel(runner, background, Platform::runLater,
                Runtime.getRuntime().availableProcessors(), memory);
        settings = new ChunkSettingsPane(model);
        cut = new CutStage(model, appearance.look());
        weather = new WeatherStage(model, appearance.look(), context.choices());
        content.setId("chunk-bench");
        content.setLeft(settings);
        content.setCenter(middle);
        HBox top = new HBox(segments());
        top.getStyleClass().add("ladder-segments");
        top.setPadding(new javafx.geometry.Insets(8, 16, 8, 16));
        middle.setTop(top);
        middle.setBottom(new VBox(new MessageBar(said, () -> said.set(""))));
        maps.subscribe(on -> {
            middle.setCenter(on ? weather : cut);
            settings.show(on);
        });
        model.message().subscribe(now -> said.set(now));
    }

    private HBox segments() {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox(segment("Blocks", "segment-blocks", group, false),
                segment("Weather", "segment-weather", group,
                        true));
        box.getStyleClass().add("segments");
        group.selectToggle(group.getToggles().getFirst());
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null)
                group.selectToggle(before);
        });
        return box;
    }

    private ToggleButton segment(String text, String id, ToggleGroup group, boolean weatherToo) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setToggleGroup(group);
        button.setOnAction(_ -> maps.set(weatherToo));
        return button;
    }

    private void run() {
        if (model.running().get())
            model.cancel();
        else if (maps.get())
            model.computeWeather(settings.files());
        else
            model.measure();
    }

    @Override
    public void tick(long nanos) {}

    @Override
    public List<Action> actions() {
        return List.of(
                new Action("projector", new SimpleStringProperty("Projector"),
                        new SimpleObjectProperty<>(MaterialDesignP.PROJECTOR_SCREEN_OUTLINE), false,
                        new SimpleBooleanProperty(), () -> appearance.projector().set(!appearance.projector().get())),
                new Action("run", model.running().flatMap(on -> maps.map(map -> on
                        ? "Cancel"
                        : map ? "Compute the maps" : "Compute a mean")),
                        new SimpleObjectProperty<>(MaterialDesignP.PLAY), true, new SimpleBooleanProperty(),
                        this::run));
    }

    @Override
    public List<String> facts() {
        ChunkStudy study = model.study().get();
        if (model.running().get())
            return List.of("computing\u2026");
        return study == null
                ? List.of()
                : List.of(Figures.count(study.before().blocks()) + " blocks", Figures.bytes(study.nbytes()),
                        model.workers() + " workers");
    }

    @Override
    public WorkbenchMenus menus() {
        return new WorkbenchMenus(List.of(), List.of());
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
    public void showSettings(boolean shown) {
        content.setLeft(shown ? settings : null);
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public String unfinished() {
        return model.running().get() ? "An array is being computed." : "";
    }

    @Override
    public void close() {
        model.close();
        background.shutdownNow();
    }

    @Override
    public String id() {
        return "chunks";
    }

    @Override
    public String shortName() {
        return "Chunks";
    }

    @Override
    public String title() {
        return "Chunk bench";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignG.GRID;
    }
}
