package org.stridescope.ui.view.profile;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import org.stridescope.explain.flame.FlameGraph.Direction;
import org.stridescope.export.scene.Scene;
import org.stridescope.trace.Recording;
import org.stridescope.trace.SampleKind;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.profile.FlamePicture;
import org.stridescope.ui.model.profile.FlameBox;
import org.stridescope.ui.model.profile.FlameModel;
import org.stridescope.ui.model.profile.OpenRecording;
import org.stridescope.ui.model.profile.PaneScenes;
import org.stridescope.ui.model.profile.ProfileModel;

/** Call stacks added up: what calls what, and what it costs. */
final class FlamePane implements ProfilePane {
    private final FlameModel model;
    private final ProfileModel profile;
    private final FlamePicture picture;
    private final BorderPane content = new BorderPane();
    private final Label words = new Label();
    private final Label matched = new Label();
    private final Label nothing = new Label();
    private final Label compared = new Label();
    private final TextField search = new TextField();
    private final ComboBox<OpenRecording> base = new ComboBox<>();
    private final ObservableList<@Nullable OpenRecording> bases = FXCollections.observableArrayList();
    private final List<Node> tools;
    private final InvalidationListener changed = _ -> describe();

    FlamePane(FlameModel model, ProfileModel profile, ObservableValue<Look> look) {
        this.model = model;
        this.profile = profile;
        picture = new FlamePicture(model, look);
        nothing.setId("flame-nothing");
        nothing.getStyleClass().add("muted");
        nothing.setMouseTransparent(true);
        content.setCenter(new StackPane(picture, nothing));
        content.setBottom(line());
        search.setPromptText("search functions");
        search.setId("search-flame");
        search.textProperty().bindBidirectional(model.search());
        look.subscribe(now -> search.setMinWidth(150 * now.scale()));
        Choices<SampleKind> kinds = choices(List.of(SampleKind.values()), model.kind(),
                kind -> kind == SampleKind.CPU ? "CPU" : kind == SampleKind.ALLOCATION ? "Bytes" : "Locks", "kind-")
                .tip(SampleKind.CPU, "CPU time").tip(SampleKind.ALLOCATION, "Bytes allocated in the Java heap")
                .tip(SampleKind.LOCK, "Time waited for locks");
        Choices<Direction> directions = choices(List.of(Direction.values()), model.direction(),
                way -> way == Direction.CALLEES ? "Calls" : "Callers", "way-")
                .tip(Direction.CALLEES, "From the thread's first function to what it calls")
                .tip(Direction.CALLERS, "From the function that ran to who called it");
        bases(look);
        tools = List.of(kinds, directions);
        model.root().addListener(changed);
        model.zoomed().addListener(changed);
        model.chosen().addListener(changed);
        model.search().addListener(changed);
        describe();
    }

    private static <T extends Enum<T>> Choices<T> choices(List<T> all, ObjectProperty<T> chosen,
            java.util.function.Function<T, String> title, String id) {
        return new Choices<>(all, chosen, title, one -> id + one.name().toLowerCase(Locale.ROOT));
    }

    private Node line() {
        HBox line = new HBox();
        line.getStyleClass().add("flame-words");
        words.setId("flame-words");
        words.setMinWidth(0);
        words.getStyleClass().add("mono");
        matched.setId("flame-matched");
        matched.setMinWidth(Region.USE_PREF_SIZE);
        compared.getStyleClass().add("caption");
        compared.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        line.getChildren().addAll(words, space, compared, matched, base, search);
        return line;
    }

    private void bases(ObservableValue<Look> look) {
        base.setId("flame-base");
        base.setItems(bases);
        base.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable OpenRecording recording) {
                return recording == null ? "no base" : "base: " + recording.name();
            }

            @Override
            public @Nullable OpenRecording fromString(String text) {
                return null;
            }
        });
        look.subscribe(now -> base.setMinWidth(150 * now.scale()));
        ListChangeListener<OpenRecording> opened = _ -> listBases();
        profile.open().addListener(opened);
        profile.shown().addListener(_ -> listBases());
        base.setOnAction(_ -> model.base().set(base.getValue()));
        listBases();
    }

    private void listBases() {
        OpenRecording before = base.getValue();
        bases.clear();
        bases.add(null);
        profile.open().stream().filter(one -> one != profile.shown().get()).forEach(bases::add);
        base.setValue(before != null && bases.contains(before) ? before : null);
        base.setDisable(bases.size() < 2);
    }

    private void describe() {
        FlameBox box = model.chosen().get() != null ? model.chosen().get() : model.zoomed().get();
        words.setText(box == null ? "" : model.words(box));
        matched.setText(model.matched());
        nothing.setText(model.root().get() == null ? "" : model.nothing());
        OpenRecording with = model.base().get();
        compared.setText(with == null || box == null || box.base() < 0
                ? ""
                : "base is all of " + with.name() + "; red: more than there, blue: less");
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public List<Node> tools() {
        return tools;
    }

    @Override
    public Supplier<Scene> scene(Recording recording) {
        Scene seen = picture.seen();
        String about = String.join("  \u00b7  ", Stream.of(words.getText(), matched.getText(), compared.getText())
                .filter(text -> !text.isEmpty()).toList());
        return () -> PaneScenes.flame(recording, seen, about);
    }

    @Override
    public void shown(boolean on) {
        model.watch(on);
    }

    @Override
    public void key(KeyEvent event) {
        switch (event.getCode()) {
            case SLASH -> search.requestFocus();
            case UP -> model.move(-1, 0);
            case DOWN -> model.move(1, 0);
            case A -> model.move(0, -1);
            case D -> model.move(0, 1);
            case ENTER -> {
                FlameBox box = model.chosen().get();
                if (box != null)
                    model.zoom(box);
            }
            case BACK_SPACE, DIGIT0, NUMPAD0 -> model.zoomOut();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
