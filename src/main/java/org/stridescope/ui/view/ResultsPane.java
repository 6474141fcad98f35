package org.stridescope.ui.view;

import java.util.List;
import java.util.function.Function;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.shape.Circle;

import org.jspecify.annotations.Nullable;

import org.stridescope.lab.RaceResult.Row;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.Figures;

/** The results as a table and as bars. */
final class ResultsPane extends HBox {
    private final TableView<Row> table = new TableView<>();
    private final RaceChart chart;
    private final ObservableValue<Look> look;
    private double first = Double.NaN;

    ResultsPane(ObservableValue<Look> look) {
        this.look = look;
        chart = new RaceChart(look);
        getStyleClass().add("results");
        table.setId("results-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label("Results come when the race is over."));
        TableColumn<Row, Row> variant = new TableColumn<>("Variant");
        variant.setCellValueFactory(cell -> new javafx.beans.property.ReadOnlyObjectWrapper<>(cell.getValue()));
        variant.setCellFactory(_ -> new VariantCell());
        variant.getStyleClass().add("left");
        table.getColumns().add(variant);
        table.getColumns()
                .add(column("Time", row -> row.failure() != null && Double.isNaN(row.seconds())
                        ? row.failure()
                        : Figures.duration(row.seconds())));
        table.getColumns().add(column("Rate", row -> Figures.rate(row.pairFeaturesPerSecond())));
        table.getColumns().add(column("Speed-up", row -> Figures.times(first / row.seconds())));
        table.getColumns().add(column("Peak rise", row -> Figures.bytes(row.peakBytes())));
        table.getColumns().add(column("Max error", row -> Figures.error(row.maxError())));
        double[] widths = {156, 82, 84, 80, 86, 82};
        for (int i = 0; i < widths.length; i++)
            table.getColumns().get(i).setPrefWidth(widths[i]);
        for (TableColumn<Row, ?> each : table.getColumns()) {
            each.setReorderable(false);
            each.setSortable(false);
        }
        setAlignment(javafx.geometry.Pos.TOP_LEFT);
        HBox.setHgrow(table, Priority.ALWAYS);
        HBox.setHgrow(chart, Priority.ALWAYS);
        table.setMinWidth(300);
        look.subscribe(now -> {
            table.setPrefWidth(572 * now.scale());
            chart.setPrefWidth(340 * now.scale());
            fitHeight();
            table.refresh();
        });
        getChildren().addAll(table, chart);
    }

    void show(List<Row> rows) {
        first = rows.isEmpty() ? Double.NaN : rows.getFirst().seconds();
        table.getItems().setAll(rows);
        fitHeight();
        chart.show(rows);
    }

    /** As high as its rows: no empty ruled paper below them. */
    private void fitHeight() {
        double text = 14 * look.getValue().scale();
        table.setMaxHeight((2.5 + 2.643 * Math.max(3, table.getItems().size())) * text + 4);
    }

    private TableColumn<Row, String> column(String name, Function<Row, @Nullable String> text) {
        TableColumn<Row, String> column = new TableColumn<>(name);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }

    private final class VariantCell extends TableCell<Row, Row> {
        VariantCell() {
            getStyleClass().add("left");
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(row == null || empty ? null : row.variant());
            setGraphic(row == null || empty ? null : new Circle(5, look.getValue().palette().hue(row.variant())));
            setGraphicTextGap(10);
        }
    }
}
