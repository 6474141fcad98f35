package org.stridescope.ui.control.arrays;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;

import org.stridescope.ui.control.DrawnPane;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.arrays.BufferGeometry;

/**
 * A buffer as a run of memory cells, one an item: its value, the address of its first byte below, a note above; cache lines
 * are ruled. Of any length: rows in sight are painted, the rest is scrolled to.
 */
public final class BufferSheet extends Region {
    /** A cell painted over the others: the one that holds this byte. */
    public record Mark(long at, CellPaint paint) {}

    /** Pixels of a digit at 11 points, at scale 1. */
    private static final double DIGIT_WIDTH = 7;

    private final ObservableValue<Look> look;
    private final Layer cellsLayer;
    private final Layer marksLayer;
    private @Nullable BufferSource source;
    private long bytes;
    private int itemsize = 1;
    private long offset;
    private int lineBytes = 64;
    private List<Mark> marks = List.of();
    private double top;
    private Consumer<OptionalLong> onPoint = _ -> {};

    public BufferSheet(ObservableValue<Look> look) {
        this.look = look;
        cellsLayer = new Layer(look, false);
        marksLayer = new Layer(look, true);
        getChildren().addAll(cellsLayer, marksLayer);
        setOnMouseMoved(event -> onPoint.accept(at(event)));
        setOnMousePressed(event -> onPoint.accept(at(event)));
        setOnMouseExited(_ -> onPoint.accept(OptionalLong.empty()));
        setOnScroll(event -> {
            scrollTo(top - event.getDeltaY() / metrics().rowHeight());
            event.consume();
        });
    }

    /** Shows a buffer of so many bytes in items that start at {@code newOffset}, with lines of {@code newLineBytes}. */
    public void show(long newBytes, int newItemsize, long newOffset, int newLineBytes, BufferSource cells) {
        if (newBytes != bytes || newItemsize != itemsize)
            top = 0;
        bytes = newBytes;
        itemsize = newItemsize;
        offset = newOffset;
        lineBytes = newLineBytes;
        source = cells;
        requestLayout();
        cellsLayer.again();
        marksLayer.again();
    }

    public void mark(List<Mark> newMarks) {
        marks = List.copyOf(newMarks);
        marksLayer.again();
    }

    /** Called with the byte under the pointer, or none. */
    public void onPoint(Consumer<OptionalLong> consumer) {
        onPoint = consumer;
    }

    /** Scrolls until this byte is in sight. */
    public void reveal(long at) {
        BufferMetrics metrics = metrics();
        double row = (double) (metrics.geometry().cell(at) / metrics.geometry().perRow());
        double inSight = Math.max(1, Math.floor(getHeight() / metrics.rowHeight()));
        if (row < top)
            scrollTo(row);
        else if (row + 1 > top + inSight)
            scrollTo(row + 1 - inSight);
    }

    private void scrollTo(double row) {
        BufferMetrics metrics = metrics();
        top = Math.clamp(row, 0, Math.max(0, metrics.geometry().rows() - getHeight() / metrics.rowHeight()));
        cellsLayer.again();
        marksLayer.again();
    }

    private BufferMetrics metrics() {
        BufferSource cells = source;
        return BufferMetrics.fitting(bytes, itemsize, offset, cells == null ? 2 : cells.longest(),
                Math.max(1, getWidth() - BufferMetrics.SCROLL), getHeight(), look.getValue().scale());
    }

    private OptionalLong at(MouseEvent event) {
        BufferMetrics metrics = metrics();
        long row = (long) Math.floor(top + event.getY() / metrics.rowHeight());
        double within = (top + event.getY() / metrics.rowHeight() - row) * metrics.rowHeight();
        long column = (long) Math.floor(event.getX() / metrics.cellWidth());
        long cell = row * metrics.geometry().perRow() + column;
        boolean onCell = within >= metrics.above() && within < metrics.above() + metrics.cellHeight();
        if (!onCell || column < 0 || column >= metrics.geometry().perRow() || cell >= metrics.geometry().cells()) {
            return OptionalLong.empty();
        }
        double share = event.getX() / metrics.cellWidth() - column;
        long start = metrics.geometry().start(cell);
        long end = metrics.geometry().end(cell);
        return OptionalLong.of(Math.min(end - 1, start + (long) (share * (end - start))));
    }

    @Override
    protected void layoutChildren() {
        cellsLayer.resizeRelocate(0, 0, getWidth(), getHeight());
        marksLayer.resizeRelocate(0, 0, getWidth(), getHeight());
        BufferMetrics metrics = metrics();
        top = Math.clamp(top, 0, Math.max(0, metrics.geometry().rows() - getHeight() / metrics.rowHeight()));
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
            BufferSource cells = source;
            if (cells == null || bytes == 0)
                return;
            BufferMetrics metrics = metrics();
            if (over) {
                for (Mark mark : marks)
                    cell(g, cells, metrics, now, metrics.geometry().cell(mark.at()), mark.paint());
                return;
            }
            BufferGeometry geometry = metrics.geometry();
            long first = (long) Math.floor(top) * geometry.perRow();
            long last = Math.min(geometry.cells(),
                    (long) Math.ceil(top + height / metrics.rowHeight()) * geometry.perRow());
            for (long cell = first; cell < last; cell++) {
                cell(g, cells, metrics, now, cell, cells.paint(now, geometry.start(cell), geometry.end(cell)));
                notes(g, cells, metrics, now, cell);
            }
            scrollBar(g, metrics, now, width, height);
        }

        private void cell(GraphicsContext g, BufferSource cells, BufferMetrics metrics, Look now, long cell,
                CellPaint paint) {
            BufferGeometry geometry = metrics.geometry();
            double y = metrics.y(cell, top) + metrics.above();
            CellPainter.paint(g, paint, cells.text(geometry.start(cell), geometry.end(cell)),
                    now.mono(metrics.font() / now.scale()), metrics.x(cell), y, metrics.cellWidth(),
                    metrics.cellHeight());
        }

        private void notes(GraphicsContext g, BufferSource cells, BufferMetrics metrics, Look now, long cell) {
            long start = metrics.geometry().start(cell);
            long end = metrics.geometry().end(cell);
            double x = metrics.x(cell);
            double y = metrics.y(cell, top);
            double below = y + metrics.above() + metrics.cellHeight();
            g.setTextAlign(TextAlignment.CENTER);
            g.setTextBaseline(VPos.CENTER);
            String above = cells.above(start, end);
            // a number wider than its cell would run into the next one and say nothing
            double room = metrics.cellWidth() / (DIGIT_WIDTH * now.scale());
            if (!above.isEmpty() && above.length() <= room) {
                g.setFont(now.words(metrics.cellWidth() < 30 * now.scale() ? 11 : 13));
                g.setFill(now.palette().hue(0));
                g.fillText(above, x + metrics.cellWidth() / 2, y + metrics.above() / 2);
            }
            if (metrics.hasAddress(cell)) {
                g.setFont(now.mono(11));
                g.setFill(now.palette().muted());
                g.fillText("+" + start, x + metrics.cellWidth() / 2, below + 9 * now.scale());
            }
            if (start % lineBytes == 0 || start / lineBytes != (end - 1) / lineBytes)
                rule(g, metrics, now, x, y, start, end);
        }

        /** A cache line begins in this cell. */
        private void rule(GraphicsContext g, BufferMetrics metrics, Look now, double x, double y, long start,
                long end) {
            long line = (end - 1) / lineBytes;
            double at = x + (double) (line * lineBytes - start) / itemsize * metrics.cellWidth();
            double bottom = y + metrics.rowHeight() - 4 * now.scale();
            g.setStroke(now.palette().accent());
            g.setLineWidth(now.line());
            g.strokeLine(Math.max(0.5, at), y + metrics.above() - 3, Math.max(0.5, at), bottom);
            g.setFont(now.words(11));
            g.setFill(now.palette().accent());
            g.setTextAlign(TextAlignment.LEFT);
            g.fillText("line " + line, Math.max(0.5, at) + 4, bottom - 6 * now.scale());
        }

        private void scrollBar(GraphicsContext g, BufferMetrics metrics, Look now, double width, double height) {
            double rows = metrics.geometry().rows();
            double inSight = height / metrics.rowHeight();
            if (rows <= inSight + 0.01)
                return;
            double tall = Math.max(24, height * inSight / rows);
            g.setFill(now.palette().line());
            g.fillRoundRect(width - 6, (height - tall) * top / Math.max(1e-9, rows - inSight), 5, tall, 5, 5);
        }
    }
}
