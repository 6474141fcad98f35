package org.stridescope.ui.view.profile;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.stridescope.export.scene.Scene;
import org.stridescope.trace.Recording;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.profile.ComparePicture;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.profile.CompareModel;
import org.stridescope.ui.model.profile.CompareModel.Alignment;
import org.stridescope.ui.model.profile.Contestant;
import org.stridescope.ui.model.profile.Difference;
import org.stridescope.ui.model.profile.PaneScenes;
import org.stridescope.ui.view.TransportRow;

/** Two to four runs on one clock, a race again, and the table of their differences. */
final class ComparePane implements ProfilePane {
    private static final double PICTURE = 0.58;
    private static final double STEP = 1.6;

    private final CompareModel model;
    private final ComparePicture picture;
    private final TableView<Difference> table = new TableView<>();
    private final MenuButton choose = new MenuButton("Choose");
    private final SplitPane content = new SplitPane();
    private final Label invite = new Label("Choose two to four runs or recordings to compare.");
    private final TransportRow row;
    private final VBox transport;
    private final ObservableValue<Look> look;
    private final List<Node> tools;
    private final InvalidationListener moved = _ -> say();

    ComparePane(CompareModel model, ObservableValue<Look> look) {
        this.model = model;
        this.look = look;
        picture = new ComparePicture(model, look);
        row = new TransportRow(model.playhead(), look);
        transport = new VBox(row);
        transport.getStyleClass().add("transport");
        invite.getStyleClass().add("measured");
        StackPane.setAlignment(invite, Pos.BOTTOM_CENTER);
        invite.setMouseTransparent(true);
        table.setId("differences");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label());
        VBox below = new VBox(table);
        below.getStyleClass().add("lines-left");
        VBox.setVgrow(table, javafx.scene.layout.Priority.ALWAYS);
        content.setOrientation(Orientation.VERTICAL);
        content.getStyleClass().add("lines");
        content.getItems().addAll(new StackPane(picture, invite), below);
        content.setDividerPositions(PICTURE);
        choose.setId("choose-contestants");
        choose.getStyleClass().add("action");
        choose.setMinWidth(MenuButton.USE_PREF_SIZE);
        choose.setOnShowing(_ -> fillMenu());
        Choices<Alignment> alignments = new Choices<>(List.of(Alignment.values()), model.alignment(),
                one -> one == Alignment.START
                        ? "From the start"
                        : one == Alignment.MARKER ? "At a marker" : "At the end",
                one -> "align-" + one.name().toLowerCase(Locale.ROOT))
                .tip(Alignment.MARKER, "The first marker of each lies at the same place; M puts one into a timeline");
        tools = List.of(alignments, choose);
        model.chosen().subscribe(this::fill);
        model.playhead().time().addListener(moved);
        model.playhead().length().addListener(moved);
        say();
    }

    private void fillMenu() {
        choose.getItems().setAll(model.available().stream().map(one -> {
            CheckMenuItem item = new CheckMenuItem(one.name());
            boolean on = model.chosen().get().contains(one);
            item.setSelected(on);
            item.setDisable(!on && model.chosen().get().size() >= CompareModel.MOST);
            item.setOnAction(_ -> model.toggle(one));
            return item;
        }).toList());
    }

    private void fill(List<Contestant> chosen) {
        boolean noMarker = model.alignment().get() == Alignment.MARKER && !model.canAlignAtMarker();
        invite.setVisible(chosen.size() < 2 || noMarker);
        invite.setText(chosen.size() < 2
                ? "Choose two to four runs or recordings to compare."
                : "Not every one has a marker: put one into it in the timeline (M). Those without start at 0 s.");
        table.getColumns().clear();
        table.getItems().clear();
        if (chosen.isEmpty())
            return;
        TableColumn<Difference, String> name = Column.of("against " + chosen.getFirst().shortName(), Difference::name,
                text -> text, Comparator.<String>naturalOrder(), true);
        name.setPrefWidth(220 * look.getValue().scale());
        name.setSortable(false);
        table.getColumns().add(name);
        for (int i = 0; i < chosen.size(); i++) {
            int at = i;
            TableColumn<Difference, String> column = Column.of(chosen.get(i).shortName(),
                    difference -> difference.value(at),
                    text -> text, Comparator.<String>naturalOrder(), false);
            column.setPrefWidth(170 * look.getValue().scale());
            column.setSortable(false);
            table.getColumns().add(column);
        }
        table.getItems().setAll(Difference.of(chosen));
    }

    private void say() {
        row.say("t = " + Figures.clock(model.playhead().time().get(), model.playhead().length().get()));
    }

    @Override
    public OwnTransport ownTransport() {
        return new OwnTransport(model.playhead(), transport);
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
        List<Contestant> chosen = model.chosen().get();
        return () -> PaneScenes.compare(chosen, seen);
    }

    @Override
    public void shown(boolean on) {
        if (!on)
            model.playhead().pause();
    }

    @Override
    public void key(KeyEvent event) {
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> model.window().zoom(STEP, 0.5);
            case MINUS, SUBTRACT -> model.window().zoom(1 / STEP, 0.5);
            case DIGIT0, NUMPAD0 -> model.window().all();
            case A -> model.window().pan(-0.1);
            case D -> model.window().pan(0.1);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
