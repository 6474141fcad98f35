package org.stridescope.ui.view.profile;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.stridescope.explain.lines.LineRow;
import org.stridescope.export.scene.Scene;
import org.stridescope.trace.Recording;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.profile.SourceView;
import org.stridescope.ui.model.profile.LineWords;
import org.stridescope.ui.model.profile.LinesModel;
import org.stridescope.ui.model.profile.PaneScenes;

/** Where the time goes, line by line, with the source of the chosen line beside the table. */
final class LinesPane implements ProfilePane {
    private static final double TABLE = 0.56;
    /** With two columns more. */
    private static final double WIDE_TABLE = 0.68;

    private final LinesModel model;
    private final TableView<LineRow> table = new TableView<>();
    private final SourceView source;
    private final TextField search = new TextField();
    private final SplitPane content = new SplitPane();
    private boolean filling;

    LinesPane(LinesModel model, ObservableValue<Look> look) {
        this.model = model;
        source = new SourceView(look);
        table.setId("lines-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        columns(look);
        table.setPlaceholder(new Label());
        search.setPromptText("search lines");
        search.setId("search-lines");
        look.subscribe(now -> search.setPrefWidth(190 * now.scale()));
        search.textProperty().bindBidirectional(model.search());
        Label summary = new Label();
        summary.setId("lines-summary");
        summary.getStyleClass().add("caption");
        summary.textProperty().bind(model.summary());
        VBox left = new VBox(table, summary);
        left.getStyleClass().add("lines-left");
        VBox.setVgrow(table, Priority.ALWAYS);
        content.setOrientation(Orientation.HORIZONTAL);
        content.getStyleClass().add("lines");
        content.getItems().addAll(left, source);
        content.setDividerPositions(TABLE);
        model.rows().subscribe(this::fill);
        model.chosen().subscribe(this::choose);
        table.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> {
            if (now != null && !filling)
                model.chosen().set(now);
        });
    }

    private void columns(ObservableValue<Look> look) {
        Comparator<String> byName = Comparator.naturalOrder();
        TableColumn<LineRow, String> place = Column.of("line", LineWords::place, text -> text, byName, true);
        TableColumn<LineRow, String> function = Column.of("function", LineWords::function, text -> text, byName, true);
        TableColumn<LineRow, String> language = Column.of("language", LineWords::language, text -> text, byName, true);
        TableColumn<LineRow, Long> self = Column.of("self time", LineRow::selfNanos, LineWords::self,
                Comparator.<Long>naturalOrder(), false);
        TableColumn<LineRow, Double> share = Column.of("share", LineRow::share, LineWords::share,
                Comparator.<Double>naturalOrder(), false);
        TableColumn<LineRow, Long> hits = Column.of("hits", LineRow::hits, LineWords::hits,
                Comparator.<Long>naturalOrder(), false);
        TableColumn<LineRow, Long> bytes = Column.of("allocated", LineRow::allocatedBytes, LineWords::bytes,
                Comparator.<Long>naturalOrder(), false);
        TableColumn<LineRow, Long> freed = Column.of("freed", LineRow::freedBytes, LineWords::bytes,
                Comparator.<Long>naturalOrder(), false);
        TableColumn<LineRow, Long> copies = Column.of("copies", LineRow::copies, LineWords::copies,
                Comparator.<Long>naturalOrder(), false);
        table.getColumns().addAll(List.of(place, function, language, self, share, hits, bytes, freed, copies));
        model.rows().subscribe(_ -> {
            boolean wider = model.hasScript() && !freed.isVisible();
            freed.setVisible(model.hasScript());
            copies.setVisible(model.hasScript());
            if (wider)
                content.setDividerPositions(WIDE_TABLE);
        });
        freed.setVisible(false);
        copies.setVisible(false);
        look.subscribe(now -> {
            double s = now.scale();
            for (TableColumn<LineRow, ?> figures : List.of(self, share, bytes, freed))
                figures.setMinWidth(76 * s);
            place.setMinWidth(110 * s);
            language.setMinWidth(70 * s);
            copies.setMinWidth(62 * s);
            place.setPrefWidth(196 * s);
            function.setPrefWidth(118 * s);
            language.setPrefWidth(76 * s);
            self.setPrefWidth(78 * s);
            share.setPrefWidth(74 * s);
            hits.setPrefWidth(70 * s);
            bytes.setPrefWidth(84 * s);
            freed.setPrefWidth(84 * s);
            copies.setPrefWidth(60 * s);
        });
    }

    private void fill(List<LineRow> rows) {
        filling = true;
        List<TableColumn<LineRow, ?>> order = List.copyOf(table.getSortOrder());
        table.getItems().setAll(rows);
        table.getSortOrder().setAll(order);
        if (!order.isEmpty())
            table.sort();
        filling = false;
        choose(model.chosen().get());
    }

    private void choose(@org.jspecify.annotations.Nullable LineRow row) {
        if (row == null) {
            source.say("", "");
            return;
        }
        if (table.getSelectionModel().getSelectedItem() != row)
            table.getSelectionModel().select(row);
        model.source().ifPresentOrElse(text -> source.show(text, row.line()),
                () -> source.say(row.file(), row.line() == 0
                        ? "The library tells no lines of this code."
                        : "The source of this line came neither with the recording nor with the program."));
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public List<Node> tools() {
        return List.of(search);
    }

    @Override
    public Supplier<Scene> scene(Recording recording) {
        List<LineRow> rows = List.copyOf(table.getItems());
        String summary = model.summary().get();
        return () -> PaneScenes.lines(recording, rows, summary);
    }

    @Override
    public void shown(boolean on) {
        model.watch(on);
    }

    @Override
    public void key(KeyEvent event) {
        if (event.getCode() != KeyCode.SLASH)
            return;
        search.requestFocus();
        event.consume();
    }
}
