package org.stridescope.ui.control.chunks;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.Shapes;
import org.stridescope.chunked.Chunks;
import org.stridescope.chunked.Rechunk;
import org.stridescope.ui.control.DrawnPane;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.Figures;

/**
 * One or two axes cut into blocks, to scale, with the lengths along the edges and bytes in the blocks. Blocks that are narrower
 * than a few pixels are drawn without lines.
 */
public final class ChunkGrid extends DrawnPane {
    private static final double LEFT = 70;
    private static final double TOP = 26;
    private static final double LEAST_LINE = 4;
    private static final double LEAST_TEXT = 54;

    private final int hue;
    private @Nullable Chunks chunks;
    private int itemsize = 8;
    private int[] picked = {};
    private List<Rechunk.Part> parts = List.of();

    /** @param onPick told of the block that is clicked */
    public ChunkGrid(ObservableValue<Look> look, int hue, Consumer<int[]> onPick) {
        super(look);
        this.hue = hue;
        setMinSize(160, 160);
        setOnMouseClicked(event -> onPick.accept(blockAt(event.getX(), event.getY())));
    }

    /**
     * @param newPicked the block that is lit; of no length for none
     * @param newParts parts of blocks that are lit
     */
    public void show(Chunks newChunks, int newItemsize, int[] newPicked, List<Rechunk.Part> newParts) {
        chunks = newChunks;
        itemsize = newItemsize;
        picked = newPicked.clone();
        parts = List.copyOf(newParts);
        repaint();
    }

    /** Where the array lies: one axis is a row. */
    private record Frame(Chunks chunks, double x, double y, double wide, double high) {
        long rows() {
            return chunks.ndim() == 1 ? 1 : chunks.length(0);
        }

        long columns() {
            return chunks.length(chunks.ndim() - 1);
        }

        int rowBlocks() {
            return chunks.ndim() == 1 ? 1 : chunks.count(0);
        }

        int columnBlocks() {
            return chunks.count(chunks.ndim() - 1);
        }

        double rowAt(int block) {
            return y + high * (chunks.ndim() == 1 ? block : chunks.start(0, block)) / rows();
        }

        double columnAt(int block) {
            return x + wide * chunks.start(chunks.ndim() - 1, block) / columns();
        }
    }

    private @Nullable Frame frame(double width, double height) {
        Chunks of = chunks;
        if (of == null)
            return null;
        double scale = look().scale();
        double left = LEFT * scale;
        double top = TOP * scale;
        double wide = Math.max(10, width - left - 8);
        double high = Math.max(10, height - top - 8);
        double ratio = of.ndim() == 1 ? 0.12 : Math.clamp((double) of.length(0) / of.length(1), 0.2, 5);
        double side = Math.min(wide, high / ratio);
        return new Frame(of, left, top, side, side * ratio);
    }

    private int[] blockAt(double x, double y) {
        Frame frame = frame(getWidth(), getHeight());
        if (frame == null || x < frame.x || y < frame.y || x >= frame.x + frame.wide || y >= frame.y + frame.high)
            return new int[0];
        int column = frame.chunks.find(frame.chunks.ndim() - 1, (long) ((x - frame.x) / frame.wide * frame.columns()));
        return frame.chunks.ndim() == 1
                ? new int[]{column}
                : new int[]{frame.chunks.find(0, (long) ((y - frame.y) / frame.high * frame.rows())), column};
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height, Look now) {
        Frame frame = frame(width, height);
        if (frame == null)
            return;
        Color colour = now.palette().hue(hue);
        g.setFill(now.palette().background().interpolate(colour, 0.28));
        g.fillRect(frame.x, frame.y, frame.wide, frame.high);
        lit(g, frame, now);
        lines(g, frame, now, colour);
        edges(g, frame, now);
        sizes(g, frame, now);
    }

    private void lit(GraphicsContext g, Frame frame, Look now) {
        g.setFill(now.palette().hue(1));
        if (picked.length > 0) {
            int row = picked.length == 1 ? 0 : picked[0];
            int column = picked[picked.length - 1];
            g.fillRect(frame.columnAt(column), frame.rowAt(row), frame.columnAt(column + 1) - frame.columnAt(column),
                    frame.rowAt(row + 1) - frame.rowAt(row));
        }
        for (Rechunk.Part part : parts) {
            int last = part.block().length - 1;
            double across = frame.wide / frame.columns();
            double down = frame.high / frame.rows();
            double x = frame.columnAt(part.block()[last]) + part.from()[last] * across;
            double y = last == 0 ? frame.y : frame.rowAt(part.block()[0]) + part.from()[0] * down;
            g.fillRect(x, y, Math.max(1, part.shape()[last] * across),
                    last == 0 ? frame.high : Math.max(1, part.shape()[0] * down));
        }
    }

    private static void lines(GraphicsContext g, Frame frame, Look now, Color colour) {
        g.setStroke(colour);
        g.setLineWidth(now.line());
        if (frame.wide / frame.columnBlocks() >= LEAST_LINE)
            for (int i = 1; i < frame.columnBlocks(); i++)
                g.strokeLine(frame.columnAt(i), frame.y, frame.columnAt(i), frame.y + frame.high);
        if (frame.high / frame.rowBlocks() >= LEAST_LINE)
            for (int i = 1; i < frame.rowBlocks(); i++)
                g.strokeLine(frame.x, frame.rowAt(i), frame.x + frame.wide, frame.rowAt(i));
        g.setLineWidth(2 * now.line());
        g.strokeRect(frame.x, frame.y, frame.wide, frame.high);
    }

    /** Lengths of the chunks where they fit. */
    private static void edges(GraphicsContext g, Frame frame, Look now) {
        g.setFill(now.palette().muted());
        g.setFont(now.mono(11));
        g.setTextBaseline(VPos.CENTER);
        int axis = frame.chunks.ndim() - 1;
        double room = 46 * now.scale();
        double free = frame.x;
        g.setTextAlign(TextAlignment.CENTER);
        for (int i = 0; i < frame.columnBlocks(); i++) {
            double middle = (frame.columnAt(i) + frame.columnAt(i + 1)) / 2;
            if (middle - room / 2 < free)
                continue;
            g.fillText(Figures.count(frame.chunks.axis(axis)[i]), middle, frame.y - 11 * now.scale());
            free = middle + room / 2;
        }
        if (axis == 0)
            return;
        g.setTextAlign(TextAlignment.RIGHT);
        free = frame.y - 8;
        for (int i = 0; i < frame.rowBlocks(); i++) {
            double middle = (frame.rowAt(i) + frame.rowAt(i + 1)) / 2;
            if (middle - 8 * now.scale() < free)
                continue;
            g.fillText(Figures.count(frame.chunks.axis(0)[i]), frame.x - 8, middle);
            free = middle + 8 * now.scale();
        }
    }

    private void sizes(GraphicsContext g, Frame frame, Look now) {
        if (frame.wide / frame.columnBlocks() < LEAST_TEXT * now.scale()
                || frame.high / frame.rowBlocks() < 18 * now.scale())
            return;
        g.setFont(now.mono(11));
        g.setTextAlign(TextAlignment.CENTER);
        for (int row = 0; row < frame.rowBlocks(); row++) {
            for (int column = 0; column < frame.columnBlocks(); column++) {
                int[] block = frame.chunks.ndim() == 1 ? new int[]{column} : new int[]{row, column};
                boolean marked = Arrays.equals(block, picked);
                g.setFill(marked ? now.palette().background() : now.palette().text());
                g.fillText(Figures.bytes(Shapes.bytes(itemsize, frame.chunks.blockShape(block))),
                        (frame.columnAt(column) + frame.columnAt(column + 1)) / 2,
                        (frame.rowAt(row) + frame.rowAt(row + 1)) / 2);
            }
        }
    }
}
