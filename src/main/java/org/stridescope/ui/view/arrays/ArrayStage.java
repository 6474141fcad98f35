package org.stridescope.ui.view.arrays;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.stridescope.explain.layout.Quantity;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.arrays.BufferSheet;
import org.stridescope.ui.control.arrays.CellSheet;
import org.stridescope.ui.model.arrays.ArrayBenchModel;
import org.stridescope.ui.model.arrays.GridGeometry;
import org.stridescope.ui.model.arrays.Pointed;
import org.stridescope.ui.model.arrays.ShownArray;

/** The shown array twice, as NumPy sees it and as it lies in the buffer, linked under the pointer and along the walk. */
final class ArrayStage extends VBox {
    /** Pixels on a desk. */
    private static final double ADDRESS_HEIGHT = 152;

    private final ArrayBenchModel model;
    private final ObservableValue<Look> look;
    private final Label title = new Label();
    private final Label bufferTitle = new Label();
    private final Label legend = new Label();
    private final CellSheet grid;
    private final BufferSheet buffer;
    private final AddressPane address;
    private final PageSliders pages;
    private GridGeometry geometry = GridGeometry.of(org.stridescope.array.Layout.cOrder(1, 0));
    private WriteMarks written = WriteMarks.NONE;
    private int hue;

    ArrayStage(ArrayBenchModel model, ObservableValue<Look> look) {
        this.model = model;
        this.look = look;
        getStyleClass().add("stage");
        grid = new CellSheet(look, true);
        grid.setId("grid");
        buffer = new BufferSheet(look);
        buffer.setId("buffer");
        address = new AddressPane(model);
        pages = new PageSliders(this::show);
        title.getStyleClass().add("section");
        title.setId("grid-title");
        bufferTitle.getStyleClass().add("section");
        bufferTitle.setId("buffer-title");
        legend.getStyleClass().add("caption");
        grid.onPoint(index -> index.ifPresentOrElse(model::point, model::leave));
        grid.onKey(new GridKeys(model, grid)::pressed);
        buffer.onPoint(at -> at.ifPresentOrElse(model::pointAtByte, model::leave));
        HBox upper = new HBox(grid, address);
        upper.getStyleClass().add("stage-upper");
        HBox.setHgrow(grid, Priority.ALWAYS);
        grid.setMinSize(0, 0);
        VBox.setVgrow(upper, Priority.ALWAYS);
        VBox.setVgrow(buffer, Priority.ALWAYS);
        buffer.setPrefHeight(190);
        buffer.setMinHeight(90);
        // room for an address of two lines and the field to write, whether they are there or not: nothing may jump
        upper.minHeightProperty().bind(look.map(now -> ADDRESS_HEIGHT * now.scale()));
        upper.setPrefHeight(260);
        legend.setWrapText(true);
        legend.setMinHeight(USE_PREF_SIZE);
        VBox whereRoom = new VBox(legend); // the legend itself is hidden while something is to be predicted
        whereRoom.setMinHeight(USE_PREF_SIZE);
        whereRoom.visibleProperty().bind(WalkPane.low(this, look).map(low -> !low));
        whereRoom.managedProperty().bind(whereRoom.visibleProperty());
        bufferTitle.setWrapText(true);
        bufferTitle.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(title, pages, upper, bufferTitle, whereRoom, buffer);
    }

    /** Shows the model's array anew: after a run, a pick, a write, or another order of the walk. */
    void show() {
        ShownArray shown = model.shown().get();
        setVisible(shown != null);
        if (shown == null)
            return;
        hue = VariableHues.of(model.variables(), shown.variable());
        boolean cOrder = model.walk().cOrder().get();
        pages.fit(shown.array().layout());
        geometry = GridGeometry.of(shown.array().layout(), pages.page());
        String name = shown.variable().name();
        title.setText(name + " as NumPy sees it" + (shown.array().size() == 0 ? ": no items" : ""));
        grid.show(geometry, new ArrayCells(shown.array(), hue));
        int line = model.walk().cache().get().lineBytes();
        buffer.show(shown.bufferBytes(), shown.array().itemsize(), shown.array().layout().offset(), line,
                new BufferCells(shown, hue, cOrder));
        bufferTitle.setText(bufferTitle(shown, line));
        legend.setText("coloured: seen by " + name + " \u00b7 above: its place in a " + (cOrder ? "C" : "F")
                + "-order walk \u00b7 below: its first byte");
        written = WriteMarks.of(shown, model.lastWrite().get(), look.getValue());
        mark();
    }

    private static String bufferTitle(ShownArray shown, int line) {
        String lines = Quantity.of(Math.ceilDiv(shown.bufferBytes(), (long) line), "cache line");
        String name = shown.variable().name();
        String size = Quantity.bytes(shown.bufferBytes()) + ", " + lines;
        if (shown.array().ownsData())
            return "The buffer that " + name + " owns: " + size;
        if (!shown.hasNamedOwner())
            return "The buffer that " + name + " looks into: " + size;
        return "The buffer that " + shown.ownerName() + " owns and " + name + " looks into: " + size;
    }

    /** Paints what changes with the pointer, the walk and the last write. */
    void mark() {
        ShownArray shown = model.shown().get();
        if (shown == null)
            return;
        Look now = look.getValue();
        List<CellSheet.Mark> cells = new ArrayList<>(written.cells());
        List<BufferSheet.Mark> bytes = new ArrayList<>(written.bytes());
        walked(shown, now, cells, bytes);
        Pointed at = model.pointed().get();
        if (at != null && at.inView())
            cells.add(new CellSheet.Mark(at.index(), ArrayCells.pointed(now, hue)));
        if (at != null) {
            bytes.add(new BufferSheet.Mark(at.address(), at.inView()
                    ? ArrayCells.pointed(now, hue)
                    : ArrayCells.unseen(now.palette()).outlined(now.palette().muted(), 2 * now.line())));
        }
        grid.mark(cells);
        buffer.mark(bytes);
        address.show(shown, at);
    }

    private void walked(ShownArray shown, Look now, List<CellSheet.Mark> cells, List<BufferSheet.Mark> bytes) {
        int visited = model.walk().visited();
        if (visited == 0)
            return;
        boolean cOrder = model.walk().cOrder().get();
        long[] index = shown.walk(cOrder).index(visited - 1L);
        long at = shown.walk(cOrder).address(visited - 1L);
        cells.add(new CellSheet.Mark(index, ArrayCells.walked(now)));
        bytes.add(new BufferSheet.Mark(at, ArrayCells.walked(now)));
        if (model.walk().playhead().playing().get()) {
            grid.reveal(index);
            buffer.reveal(at);
        }
    }

    /** Another array: what was said of a place in the old one is gone. */
    void forget() {
        address.forget();
        pages.forget();
    }

    /** Hides what gives answers away: the buffer with the addresses, and the grid where its shape is the question. */
    void hide(boolean hidden, boolean shapeToo) {
        buffer.setVisible(!hidden);
        legend.setVisible(!hidden);
        bufferTitle.setVisible(!hidden);
        address.setHidden(hidden);
        grid.setVisible(!shapeToo);
        pages.setDisable(shapeToo);
    }
}
