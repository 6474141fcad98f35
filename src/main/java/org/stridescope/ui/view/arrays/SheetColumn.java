package org.stridescope.ui.view.arrays;

import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.Layout;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.arrays.CellPaint;
import org.stridescope.ui.control.arrays.CellSheet;
import org.stridescope.ui.control.arrays.CellSource;
import org.stridescope.ui.model.arrays.GridGeometry;

/** A sheet of cells under a title; axes before the last four stay at their first index. */
final class SheetColumn extends VBox {
    private final Label title = new Label();
    private final CellSheet sheet;
    private final ObservableValue<Look> look;

    SheetColumn(String id, ObservableValue<Look> look) {
        this.look = look;
        sheet = new CellSheet(look, true);
        sheet.setId(id);
        title.getStyleClass().add("sheet-title");
        title.setId(id + "-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        setSpacing(6);
        sheet.setMinSize(0, 0);
        VBox.setVgrow(sheet, Priority.ALWAYS);
        getChildren().addAll(title, sheet);
        setMinWidth(0);
    }

    void show(String text, int hue, Layout layout, CellSource cells) {
        title.setText(text);
        title.getStyleClass().removeIf(style -> style.startsWith("hue-"));
        title.getStyleClass().add("hue-" + hue);
        sheet.show(GridGeometry.of(layout), cells);
    }

    /** Lights one cell, or none. */
    void light(int hue, long @Nullable [] index) {
        if (index == null) {
            sheet.mark(List.of());
            return;
        }
        CellPaint paint = ArrayCells.pointed(look.getValue(), hue);
        sheet.mark(List.of(new CellSheet.Mark(index, paint)));
        sheet.reveal(index);
    }
}
