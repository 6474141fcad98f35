package org.stridescope.ui.control;

import java.util.Arrays;
import java.util.List;

import javafx.scene.paint.Color;

import org.jspecify.annotations.Nullable;

import org.stridescope.trace.RunTrace;
import org.stridescope.trace.TilePreview;
import org.stridescope.trace.TraceEvent.TileDone;
import org.stridescope.ui.model.ColourScale;
import org.stridescope.ui.model.ValueRange;

/** Paints the first tiles of a run into ARGB pixels; goes on from what it painted last where that is still right. */
final class TilePainter {
    private static final int LEAST_GRID = 5;

    private @Nullable Painted last;

    /** What the pixels hold. */
    private record Painted(String variant, long start, int lastTile, int tiles, ValueRange range, Palette palette) {}

    /** The pixels are new or not ours. */
    void forget() {
        last = null;
    }

    /** Pixels [left, right) by [top, bottom). */
    record Area(int left, int top, int right, int bottom) {
        static final Area NONE = new Area(0, 0, 0, 0);

        boolean isEmpty() {
            return left >= right || top >= bottom;
        }

        Area with(Area other) {
            if (isEmpty())
                return other;
            if (other.isEmpty())
                return this;
            return new Area(Math.min(left, other.left), Math.min(top, other.top), Math.max(right, other.right),
                    Math.max(bottom, other.bottom));
        }
    }

    /** @return the pixels that may have changed */
    Area paint(int[] pixels, int width, int height, @Nullable RunTrace run, int done, ValueRange range,
            Palette palette) {
        Painted now = new Painted(run == null ? "" : run.variant(), run == null ? -1 : run.startNanos(),
                run == null || done == 0 ? -1 : run.tiles().get(done - 1).tile(), done, range, palette);
        if (now.equals(last))
            return Area.NONE;
        int from = reusable(now, run) && last != null ? last.tiles() : 0;
        Area area = Area.NONE;
        if (from == 0) {
            clear(pixels, width, height, run, palette);
            area = new Area(0, 0, width, height);
        }
        if (run != null) {
            for (TileDone tile : run.tiles().subList(from, done))
                area = area.with(paint(pixels, width, height, run, tile, range));
        }
        last = now;
        return area;
    }

    private boolean reusable(Painted now, @Nullable RunTrace run) {
        Painted before = last;
        if (before == null || run == null || before.tiles() == 0 || before.tiles() > now.tiles())
            return false;
        return before.variant().equals(now.variant()) && before.start() == now.start()
                && before.range().equals(now.range())
                && before.palette() == now.palette() && run.tiles().get(before.tiles() - 1).tile() == before.lastTile();
    }

    private static Area paint(int[] pixels, int width, int height, RunTrace run, TileDone tile, ValueRange range) {
        TilePreview preview = tile.preview();
        if (preview.width() == 0 || preview.height() == 0)
            return Area.NONE;
        int top = pixel(tile.row(), run.rows(), height);
        int bottom = Math.max(top + 1, pixel(tile.rowEnd(), run.rows(), height));
        int left = pixel(tile.column(), run.columns(), width);
        int right = Math.max(left + 1, pixel(tile.columnEnd(), run.columns(), width));
        for (int y = top; y < Math.min(bottom, height); y++) {
            int row = (int) ((long) (y - top) * preview.height() / (bottom - top)) * preview.width();
            for (int x = left; x < Math.min(right, width); x++) {
                int column = (int) ((long) (x - left) * preview.width() / (right - left));
                pixels[y * width + x] = ColourScale.argb(preview.values()[row + column], range.low(), range.high());
            }
        }
        return new Area(left, top, Math.min(right, width), Math.min(bottom, height));
    }

    private static void clear(int[] pixels, int width, int height, @Nullable RunTrace run, Palette palette) {
        Arrays.fill(pixels, argb(palette.raised()));
        List<TileDone> tiles = run == null ? List.of() : run.tiles();
        if (run == null || tiles.isEmpty())
            return;
        int line = argb(palette.raised().interpolate(palette.background(), palette.isDark() ? 0.75 : 1));
        TileDone first = tiles.getFirst();
        long rows = first.rowEnd() - first.row();
        long columns = first.columnEnd() - first.column();
        if (rows * height >= LEAST_GRID * run.rows()) {
            for (long row = rows; row < run.rows(); row += rows) {
                int y = pixel(row, run.rows(), height);
                Arrays.fill(pixels, y * width, (y + 1) * width, line);
            }
        }
        if (columns * width >= LEAST_GRID * run.columns()) {
            for (long column = columns; column < run.columns(); column += columns) {
                int x = pixel(column, run.columns(), width);
                for (int y = 0; y < height; y++)
                    pixels[y * width + x] = line;
            }
        }
    }

    private static int pixel(long index, long length, int pixels) {
        return (int) Math.round((double) index * pixels / length);
    }

    private static int argb(Color colour) {
        return 0xff000000 | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }
}
