package org.stridescope.ui.control.arrays;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.Layout;
import org.stridescope.ui.control.DrawnPane;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.arrays.GridGeometry;

/**
 * An array as a sheet of cells, of any size: only cells in sight are painted. Cells that change with the pointer or the clock
 * are painted on a layer of their own, so that pointing does not repaint the sheet.
 */
public final class CellSheet extends Region {
    /** A cell painted over the sheet. */
    public record Mark(long[] index, CellPaint paint) {}

    private static final double HEAD = 20;
    private static final double SIDE = 30;

    private final ObservableValue<Look> look;
    private final Layer cellsLayer;
    private final Layer marksLayer;
    private final boolean headed;
    private GridGeometry geometry = GridGeometry.of(Layout.cOrder(1, 0));
    private @Nullable CellSource source;
    private List<Mark> marks = List.of();
    private double left;
    private double top;
    private Consumer<Optional<long[]>> onPoint = _ -> {};
    private Consumer<KeyEvent> onKey = _ -> {};

    /** {@code headed} sheets show the indices of rows and columns. */
    public CellSheet(ObservableValue<Look> look, boolean headed) {
        this.look = look;
        this.headed = headed;
        cellsLayer = new Layer(look, false);
        marksLayer = new Layer(look, true);
        getChildren().addAll(cellsLayer, marksLayer);
        getStyleClass().add("cell-sheet");
        setFocusTraversable(true);
        setOnMouseMoved(this::moved);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseExited(_ -> onPoint.accept(Optional.empty()));
        setOnScroll(event -> {
            scrollBy(-event.getDeltaX() / metrics().width(), -event.getDeltaY() / metrics().height());
            event.consume();
        });
        setOnKeyPressed(event -> onKey.accept(event));
    }

    /** Shows these cells; the place scrolled to is kept for the same geometry. */
    public void show(GridGeometry newGeometry, CellSource cells) {
        if (newGeometry != geometry) {
            left = 0;
            top = 0;
        }
        geometry = newGeometry;
        source = cells;
        requestLayout();
        cellsLayer.again();
        marksLayer.again();
    }

    /** Paints these cells over the others. */
    public void mark(List<Mark> newMarks) {
        marks = List.copyOf(newMarks);
        marksLayer.again();
    }

    /** Called with the item under the pointer, or none. */
    public void onPoint(Consumer<Optional<long[]>> consumer) {
        onPoint = consumer;
    }

    /** Called with keys pressed while the sheet has the focus. */
    public void onKey(Consumer<KeyEvent> consumer) {
        onKey = consumer;
    }

    /** Scrolls until this item is in sight. */
    public void reveal(long... index) {
        if (!geometry.shows(index))
            return;
        double wide = Math.max(1, Math.floor(room().width() / metrics().width()));
        double high = Math.max(1, Math.floor(room().height() / metrics().height()));
        double x = geometry.x(index);
        double y = geometry.y(index);
        scrollBy(x < left ? x - left : Math.max(0, x + 1 - left - wide),
                y < top ? y - top : Math.max(0, y + 1 - top - high));
    }

    private void scrollBy(double columns, double rows) {
        left = Math.clamp(left + columns, 0, Math.max(0, geometry.width() - room().width() / metrics().width()));
        top = Math.clamp(top + rows, 0, Math.max(0, geometry.height() - room().height() / metrics().height()));
        cellsLayer.again();
        marksLayer.again();
    }

    private record Room(double width, double height) {}

    private double head() {
        return headed ? HEAD * look.getValue().scale() : 0;
    }

    private double side() {
        return headed ? SIDE * look.getValue().scale() : 0;
    }

    private Room room() {
        return new Room(Math.max(1, getWidth() - side()), Math.max(1, getHeight() - head()));
    }

    private CellMetrics metrics() {
        CellSource cells = source;
        int longest = cells == null ? 2 : cells.longest();
        return CellMetrics.fitting(geometry, longest, room().width(), room().height(), look.getValue().scale());
    }

    private Optional<long[]> at(MouseEvent event) {
        double x = event.getX() - side();
        double y = event.getY() - head();
        if (x < 0 || y < 0)
            return Optional.empty();
        return geometry.index(left + x / metrics().width(), top + y / metrics().height());
    }

    private void moved(MouseEvent event) {
        onPoint.accept(at(event));
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        if (map().contains(event.getX(), event.getY()))
            dragged(event);
        else
            onPoint.accept(at(event));
    }

    private void dragged(MouseEvent event) {
        SheetMap map = map();
        if (!map.contains(event.getX(), event.getY()))
            return;
        double columns = map.shareX(event.getX()) * geometry.width() - room().width() / metrics().width() / 2;
        double rows = map.shareY(event.getY()) * geometry.height() - room().height() / metrics().height() / 2;
        scrollBy(columns - left, rows - top);
    }

    private SheetMap map() {
        CellMetrics metrics = metrics();
        return SheetMap.of(geometry, room().width() / metrics.width(), room().height() / metrics.height(), getWidth(),
                getHeight(), look.getValue().scale());
    }

    @Override
    protected void layoutChildren() {
        cellsLayer.resizeRelocate(0, 0, getWidth(), getHeight());
        marksLayer.resizeRelocate(0, 0, getWidth(), getHeight());
        left = Math.clamp(left, 0, Math.max(0, geometry.width() - room().width() / metrics().width()));
        top = Math.clamp(top, 0, Math.max(0, geometry.height() - room().height() / metrics().height()));
    }

    @Override
    protected double computePrefWidth(double height) {
        return side() + geometry.width() * idealMetrics().width();
    }

    @Override
    protected double computePrefHeight(double width) {
        return head() + geometry.height() * idealMetrics().height();
    }

    private CellMetrics idealMetrics() {
        CellSource cells = source;
        return CellMetrics.fitting(geometry, cells == null ? 2 : cells.longest(), 1e9, 1e9, look.getValue().scale());
    }

    private final class Layer extends DrawnPane {
        private final boolean over;

        Layer(ObservableValue<Look> look, boolean over) {
            super(look);
            this.over = over;
            setMouseTransparent(true);
        }

        void again() {
            repaint();
        }

        @Override
        protected void paint(GraphicsContext g, double width, double height, Look now) {
            CellSource cells = source;
            if (cells == null || geometry.isEmpty())
                return;
            CellMetrics metrics = metrics();
            g.save();
            g.beginPath();
            g.rect(side(), head(), width - side(), height - head());
            g.clip();
            if (over)
                paintMarks(g, cells, metrics, now);
            else
                paintCells(g, cells, metrics, now);
            g.restore();
            if (!over && headed)
                paintHeads(g, metrics, now, width, height);
            if (over && map().needed())
                map().paint(g, left, top, now, geometry.width(), geometry.height());
        }

        private void paintCells(GraphicsContext g, CellSource cells, CellMetrics metrics, Look now) {
            double right = Math.min(geometry.width(), left + room().width() / metrics.width() + 1);
            double bottom = Math.min(geometry.height(), top + room().height() / metrics.height() + 1);
            double y = top;
            while (y < bottom) {
                double x = left;
                double nextY = bottom;
                while (x < right) {
                    Optional<long[]> index = geometry.index(x, y);
                    if (index.isEmpty()) {
                        // inside a gap: the next cell starts at most half a cell on
                        x += GridGeometry.GAP / 2;
                        nextY = Math.min(nextY, y + GridGeometry.GAP / 2);
                        continue;
                    }
                    cell(g, cells, metrics, now, index.get(), cells.paint(now, index.get()));
                    x = geometry.x(index.get()) + 1;
                    nextY = geometry.y(index.get()) + 1;
                }
                y = Math.max(nextY, y + 1e-6);
            }
        }

        private void paintMarks(GraphicsContext g, CellSource cells, CellMetrics metrics, Look now) {
            for (Mark mark : marks) {
                if (geometry.shows(mark.index()))
                    cell(g, cells, metrics, now, mark.index(), mark.paint());
            }
        }

        private void cell(GraphicsContext g, CellSource cells, CellMetrics metrics, Look now, long[] index,
                CellPaint paint) {
            double x = side() + (geometry.x(index) - left) * metrics.width();
            double y = head() + (geometry.y(index) - top) * metrics.height();
            CellPainter.paint(g, paint, cells.text(index), now.mono(metrics.font() / now.scale()), x, y,
                    metrics.width(),
                    metrics.height());
        }

        private void paintHeads(GraphicsContext g, CellMetrics metrics, Look now, double width, double height) {
            g.setFont(now.mono(11));
            g.setFill(now.palette().muted());
            g.setTextBaseline(VPos.CENTER);
            g.setTextAlign(TextAlignment.CENTER);
            for (double x = Math.floor(left); x < geometry.width(); x += 0.5) {
                double at = side() + (x + 0.5 - left) * metrics.width();
                if (at > width)
                    break;
                Optional<long[]> index = geometry.index(x, top);
                if (index.isEmpty() || geometry.x(index.get()) != x || at < side())
                    continue;
                if (index.get().length > 0)
                    g.fillText(Long.toString(index.get()[index.get().length - 1]), at, head() / 2);
            }
            g.setTextAlign(TextAlignment.RIGHT);
            for (double y = Math.floor(top); y < geometry.height(); y += 0.5) {
                double at = head() + (y + 0.5 - top) * metrics.height();
                if (at > height)
                    break;
                Optional<long[]> index = geometry.index(left, y);
                if (index.isEmpty() || geometry.y(index.get()) != y || at < head())
                    continue;
                if (index.get().length > 1)
                    g.fillText(Long.toString(index.get()[index.get().length - 2]), side() - 8, at);
            }
        }
    }
}
