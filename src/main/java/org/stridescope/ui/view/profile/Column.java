package org.stridescope.ui.view.profile;

import java.util.Comparator;
import java.util.function.Function;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

import org.jspecify.annotations.Nullable;

/** Columns of tables: sorted by value, shown as text. */
final class Column {
    private Column() {}

    static <R, V> TableColumn<R, V> of(String title, Function<R, V> value, Function<V, String> text,
            Comparator<? super V> order, boolean isWord) {
        TableColumn<R, V> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable V item, boolean empty) {
                super.updateItem(item, empty);
                // the end of a word says most: the line's number, the method's name
                setTextOverrun(isWord ? OverrunStyle.CENTER_ELLIPSIS : OverrunStyle.ELLIPSIS);
                setText(empty || item == null ? null : text.apply(item));
            }
        });
        column.setComparator(order::compare);
        if (isWord)
            column.getStyleClass().add("left");
        else
            column.setSortType(TableColumn.SortType.DESCENDING);
        return column;
    }
}
