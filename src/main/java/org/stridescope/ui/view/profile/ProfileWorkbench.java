package org.stridescope.ui.view.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;

import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

import org.stridescope.trace.Recording;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.profile.AttachModel;
import org.stridescope.ui.model.profile.CompareModel;
import org.stridescope.ui.model.profile.FindingsModel;
import org.stridescope.ui.model.profile.FlameModel;
import org.stridescope.ui.model.profile.LinesModel;
import org.stridescope.ui.model.profile.OpenRecording;
import org.stridescope.ui.model.profile.PaneExport;
import org.stridescope.ui.model.profile.ProfileModel;
import org.stridescope.ui.model.profile.ProfileModel.Pane;
import org.stridescope.ui.model.timeline.Marker;
import org.stridescope.ui.model.timeline.TimelineModel;
import org.stridescope.ui.view.Action;
import org.stridescope.ui.view.Appearance;
import org.stridescope.ui.view.MessageBar;
import org.stridescope.ui.view.PlaybackKeys;
import org.stridescope.ui.view.WindowContext;
import org.stridescope.ui.view.Workbench;

/** The profile workbench: a recording's threads, memory, tasks, lines and stacks over one playhead. */
public final class ProfileWorkbench implements Workbench {
    private final WindowContext context;
    private final Appearance appearance;
    private final ProfileModel model;
    private final Map<Pane, ProfilePane> panes = new EnumMap<>(Pane.class);
    private final BorderPane content = new BorderPane();
    private final BorderPane middle = new BorderPane();
    private final RecordingBar bar;
    private final ProfileTransport transport;
    private final EmptyProfile empty;
    private PlaybackKeys keys;
    private final ExportMenu export;
    private final AttachModel attach;
    private final MarkerMenu markers;
    private Runnable wanted = () -> {};

    public ProfileWorkbench(WindowContext context, Appearance appearance) {
        this.context = context;
        this.appearance = appearance;
        model = new ProfileModel(context.files(), context.background(), Platform::runLater);
        markers = new MarkerMenu(model.timeline(), appearance);
        makePanes(context.background());
        export = new ExportMenu(model, new PaneExport(model, context.background(), Platform::runLater), context,
                () -> pane(model.pane().get()));
        attach = new AttachModel(new AttachedJvms(), model, context.background(), Platform::runLater);
        bar = new RecordingBar(model, new ArrayList<>(panes.keySet()), export, appearance.look());
        transport = new ProfileTransport(model.timeline(), appearance.look());
        keys = new PlaybackKeys(model.timeline().playhead());
        empty = new EmptyProfile(appearance.look(), this::openExample, this::chooseFile);
        empty.add(Buttons.of("attach", "Record a Java program\u2026", MaterialDesignR.RECORD_CIRCLE_OUTLINE,
                "One that runs on this machine", appearance.look(), this::attach));
        content.setId("profile");
        content.setTop(new VBox(new MessageBar(model.message(), () -> model.say(""))));
        content.setCenter(middle);
        model.shown().addListener(_ -> arrange());
        model.pane().addListener((_, before, _) -> {
            pane(before).shown(false);
            arrange();
        });
        arrange();
    }

    private void makePanes(Executor background) {
        TimelineModel timeline = model.timeline();
        ObservableValue<Look> look = appearance.look();
        panes.put(Pane.TIMELINE, new TimelinePane(timeline, markers, look));
        panes.put(Pane.LINES, new LinesPane(
                new LinesModel(timeline, background, Platform::runLater, PackedSources::text), look));
        panes.put(Pane.FLAME, new FlamePane(new FlameModel(timeline, background, Platform::runLater), model, look));
        panes.put(Pane.COMPARE, new ComparePane(new CompareModel(model), look));
        panes.put(Pane.FINDINGS,
                new FindingsPane(new FindingsModel(timeline, background, Platform::runLater), model));
    }

    private ProfilePane pane(Pane which) {
        ProfilePane pane = panes.get(which);
        if (pane == null)
            throw new IllegalStateException("there is no pane " + which);
        return pane;
    }

    private void arrange() {
        OpenRecording shown = model.shown().get();
        ProfilePane pane = pane(model.pane().get());
        middle.setTop(shown == null ? null : bar);
        middle.setCenter(shown == null ? empty : pane.content());
        ProfilePane.OwnTransport own = pane.ownTransport();
        middle.setBottom(shown == null ? null : own == null ? transport : own.node());
        keys = new PlaybackKeys(own == null ? model.timeline().playhead() : own.playhead());
        bar.show(pane.tools());
        pane.shown(shown != null);
    }

    /** Shows a recording that another screen has made. */
    public void show(String name, Recording recording) {
        model.take(name, recording, true);
        wanted.run();
    }

    /** Keeps a recording that another screen has made; shows it where nothing else is. */
    public void keep(String name, Recording recording) {
        model.take(name, recording, false);
    }

    void openExample() {
        model.read(ExampleRecording.NAME, ExampleRecording::open);
    }

    void chooseFile() {
        context.choices().open(owner(), "Open a recording", "Recordings", List.of("*.ssrec", "*.jfr"))
                .ifPresent(model::open);
    }

    /** Records another Java program of this machine. */
    void attach() {
        new AttachDialog(attach, appearance, owner()).show();
    }

    /** The one nearest to the playhead. */
    void renameMarker() {
        Marker marker = model.timeline().markerNear(model.timeline().playhead().time().get());
        if (marker == null)
            model.say("There is no marker at the playhead: M puts one there.");
        else
            markers.rename(marker);
    }

    void saveRecording() {
        OpenRecording shown = model.shown().get();
        if (shown == null)
            return;
        String name = shown.name().replaceAll("[^A-Za-z0-9._-]+", "-");
        context.choices().save(owner(), "Save the recording", name.endsWith(".ssrec") ? name : name + ".ssrec",
                "Recordings", "*.ssrec").ifPresent(model::save);
    }

    private javafx.stage.@Nullable Window owner() {
        return content.getScene() == null ? null : content.getScene().getWindow();
    }

    ProfileModel model() {
        return model;
    }

    @Override
    public void onWanted(Runnable show) {
        wanted = show;
    }

    @Override
    public void tick(long nanos) {
        TimelineModel timeline = model.timeline();
        ProfilePane.OwnTransport own = pane(model.pane().get()).ownTransport();
        if (own != null) {
            own.playhead().tick(nanos);
            return;
        }
        timeline.playhead().tick(nanos);
        if (timeline.playhead().playing().get())
            timeline.window().reveal(timeline.playhead().time().get());
    }

    @Override
    public void key(KeyEvent event) {
        keys.handle(event);
        if (event.isConsumed() || event.isShortcutDown() || event.isAltDown() || model.shown().get() == null
                || PlaybackKeys.isTaken(event))
            return;
        TimelineModel timeline = model.timeline();
        switch (event.getCode()) {
            case N -> renameMarker();
            case M -> timeline.toggleMarker(timeline.playhead().time().get());
            case Z -> timeline.zoomToBrush();
            case ESCAPE -> timeline.escape();
            default -> {
                pane(model.pane().get()).key(event);
                return;
            }
        }
        event.consume();
    }

    @Override
    public boolean opens(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".ssrec") || name.endsWith(".jfr");
    }

    @Override
    public void open(Path file) {
        model.open(file);
    }

    @Override
    public List<Action> actions() {
        ObservableValue<Ikon> projector = new SimpleObjectProperty<>(MaterialDesignP.PROJECTOR_SCREEN_OUTLINE);
        ObservableValue<Ikon> folder = new SimpleObjectProperty<>(MaterialDesignF.FOLDER_OPEN_OUTLINE);
        return List.of(
                new Action("projector", new SimpleStringProperty("Projector"), projector, false,
                        new SimpleBooleanProperty(),
                        () -> appearance.projector().set(!appearance.projector().get())),
                new Action("open", new SimpleStringProperty("Open recording\u2026"), folder, true, model.reading(),
                        this::chooseFile));
    }

    @Override
    public WorkbenchMenus menus() {
        return new ProfileMenus(this, model, export).menus();
    }

    @Override
    public List<String> facts() {
        OpenRecording shown = model.shown().get();
        if (shown == null)
            return List.of();
        Recording recording = shown.recording();
        long samples = recording.threads().stream().mapToLong(thread -> thread.samples()).sum();
        List<String> facts = new ArrayList<>(List.of(recording.experiment() + ", "
                + Figures.duration(recording.durationNanos() / 1e9),
                Figures.count(recording.threads().size())
                        + " threads",
                Figures.count(samples) + " samples"));
        if (recording.dropped() > 0)
            facts.add(Figures.count(recording.dropped()) + " events lost");
        return facts;
    }

    @Override
    public void showSettings(boolean shown) {
        // it has none: all of the window is the recording's
    }

    @Override
    public String unfinished() {
        return "";
    }

    @Override
    public void close() {
        attach.stop();
    }

    @Override
    public String id() {
        return "profile";
    }

    @Override
    public String shortName() {
        return "Profile";
    }

    @Override
    public String title() {
        return "Profile";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CHART_TIMELINE_VARIANT;
    }

    @Override
    public Node content() {
        return content;
    }
}
