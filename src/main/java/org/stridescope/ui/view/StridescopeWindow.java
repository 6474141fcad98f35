package org.stridescope.ui.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import javafx.animation.AnimationTimer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.jspecify.annotations.Nullable;

import org.stridescope.ui.model.SettingsStore;
import org.stridescope.ui.model.StatusFacts;

/** The shell that all screens share: rail, title bar with menus, status line, theme, keys, and the one clock. */
public final class StridescopeWindow implements AutoCloseable {
    private static final int[] ICONS = {16, 24, 32, 48, 64, 128, 256};

    private final WindowContext context;
    private final Appearance appearance;
    private final List<Workbench> workbenches;
    private final ObjectProperty<Workbench> shown;
    private final BooleanProperty settingsShown = new SimpleBooleanProperty(true);
    private final BorderPane root = new BorderPane();
    private final StatusLine status;
    private final TitleBar title;
    private final WindowMenus menus;
    private final Scene scene;
    private final AnimationTimer clock;
    private @Nullable Stage stage;
    private boolean settingsBeforeProjector = true;

    /** A window with every screen there is. */
    public StridescopeWindow(WindowContext context) {
        this(context, List.of(distanceLab(RecordingTaker.NONE, RecordingTaker.NONE)));
    }

    /** A window with these screens, the first one shown. */
    public StridescopeWindow(WindowContext context, List<BiFunction<WindowContext, Appearance, Workbench>> makers) {
        this.context = context;
        appearance = new Appearance(context.settings());
        workbenches = makers.stream().map(maker -> maker.apply(context, appearance)).toList();
        shown = new SimpleObjectProperty<>(workbenches.getFirst());
        status = new StatusLine(this::facts);
        menus = new WindowMenus(this, appearance);
        title = new TitleBar(menus.bar(), appearance);
        root.setTop(title);
        root.setBottom(status);
        root.setLeft(new Rail(workbenches, shown, appearance, () -> settingsShown.set(!settingsShown.get())));
        scene = new Scene(root, 1280, 720);
        appearance.dress(scene);
        shown.addListener(_ -> show());
        settingsShown.addListener((_, _, now) -> shown.get().showSettings(now));
        appearance.projector().addListener((_, _, now) -> projectorChanged(now));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> shown.get().key(event));
        new FileDrop(file -> workbenches.stream().anyMatch(bench -> bench.opens(file)), this::open).attach(scene);
        workbenches.forEach(bench -> bench.onWanted(() -> shown.set(bench)));
        clock = new Clock();
        show();
    }

    /** Makes the distance lab, for a list of screens; every race that has ended is handed on, and any that is asked for. */
    public static BiFunction<WindowContext, Appearance, Workbench> distanceLab(RecordingTaker ended,
            RecordingTaker wanted) {
        return (context, appearance) -> new DistanceWorkbench(context, appearance, ended, wanted);
    }

    public Scene scene() {
        return scene;
    }

    public Appearance appearance() {
        return appearance;
    }

    BooleanProperty settingsShown() {
        return settingsShown;
    }

    @Nullable
    Stage stage() {
        return stage;
    }

    /** The screen that is shown. */
    Workbench shown() {
        return shown.get();
    }

    /** Puts the scene on a stage of the remembered size and starts the clock. */
    public void open(Stage newStage) {
        stage = newStage;
        newStage.setTitle("Stridescope");
        for (int size : ICONS) {
            newStage.getIcons().add(new Image("/icons/stridescope-" + size + ".png"));
        }
        newStage.setScene(scene);
        newStage.setMinWidth(960);
        newStage.setMinHeight(600);
        place(newStage);
        newStage.setOnCloseRequest(this::closing);
        newStage.show();
        clock.start();
    }

    /** Opens a file in the workbench that it is for. */
    public void open(Path file) {
        Optional<Workbench> taker = workbenches.stream().filter(workbench -> workbench.opens(file)).findFirst();
        taker.ifPresent(shown::set);
        taker.orElse(shown.get()).open(file);
    }

    /** Asks where something would be lost, then closes the window. */
    @Override
    public void close() {
        Stage open = stage;
        if (open == null) {
            end();
            return;
        }
        WindowEvent request = new WindowEvent(open, WindowEvent.WINDOW_CLOSE_REQUEST);
        open.fireEvent(request);
        if (!request.isConsumed())
            open.close();
    }

    /** Lets time pass for the shown screen; the clock does it sixty times a second. */
    void tick(long nanos) {
        status.tick(nanos);
        shown.get().tick(nanos);
    }

    void showKeys() {
        new KeysDialog(appearance, stage).show();
    }

    void showAbout() {
        new AboutDialog(appearance, stage, context.version()).show();
    }

    private StatusFacts facts() {
        StatusFacts machine = context.status().get();
        List<String> left = new ArrayList<>(shown.get().facts());
        left.addAll(machine.left());
        return new StatusFacts(left, machine.right());
    }

    private void show() {
        Workbench now = shown.get();
        root.setCenter(now.content());
        title.show(now);
        menus.show(now);
        now.showSettings(settingsShown.get());
        context.settings().put("workbench", now.id());
    }

    private void projectorChanged(boolean on) {
        if (on)
            settingsBeforeProjector = settingsShown.get();
        settingsShown.set(!on && settingsBeforeProjector);
    }

    private void closing(WindowEvent event) {
        String question = shown.get().unfinished();
        if (!question.isEmpty() && !confirmed(question)) {
            event.consume();
            return;
        }
        remember();
        end();
    }

    private boolean confirmed(String question) {
        ButtonType leave = new ButtonType("Cancel the race and close");
        ButtonType stay = new ButtonType("Keep running", javafx.scene.control.ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.NONE, question, stay, leave);
        alert.setTitle("Stridescope");
        alert.initOwner(stage);
        appearance.dress(alert.getDialogPane());
        return alert.showAndWait().filter(leave::equals).isPresent();
    }

    private void end() {
        clock.stop();
        workbenches.forEach(Workbench::close);
    }

    private void place(Stage newStage) {
        SettingsStore kept = context.settings();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        newStage.setWidth(Math.min(number(kept, "width", 1280), screen.getWidth()));
        newStage.setHeight(Math.min(number(kept, "height", 800), screen.getHeight()));
        newStage.setMaximized(kept.get("maximized").filter("true"::equals).isPresent());
    }

    private void remember() {
        Stage open = stage;
        if (open == null)
            return;
        SettingsStore kept = context.settings();
        kept.put("maximized", Boolean.toString(open.isMaximized()));
        if (open.isMaximized() || open.isFullScreen())
            return;
        kept.put("width", Double.toString(open.getWidth()));
        kept.put("height", Double.toString(open.getHeight()));
    }

    private static double number(SettingsStore kept, String key, double otherwise) {
        try {
            return kept.get(key).map(Double::parseDouble).orElse(otherwise);
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    /** The only timer of the program. */
    private final class Clock extends AnimationTimer {
        private long last;

        @Override
        public void handle(long now) {
            long passed = last == 0 ? 0 : now - last;
            last = now;
            tick(passed);
        }

        @Override
        public void stop() {
            super.stop();
            last = 0;
        }
    }
}
