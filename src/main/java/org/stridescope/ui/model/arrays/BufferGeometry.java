package org.stridescope.ui.model.arrays;

/**
 * The buffer as rows of item-sized cells. Cells are laid so that items of the shown view start at cell edges; a first and a
 * last cell may be cut where the buffer starts or ends inside an item.
 *
 * @param bytes length of the buffer
 * @param itemsize bytes of a cell
 * @param phase byte where the first whole cell starts, less than {@code itemsize}
 * @param perRow cells in a row
 */
public record BufferGeometry(long bytes, int itemsize, int phase, int perRow) {
    /** For a view that starts at {@code offset}; {@code perRow} is what fits, cut down to a power of two. */
    public static BufferGeometry of(long bytes, int itemsize, long offset, int fitting) {
        int perRow = Integer.highestOneBit(Math.max(1, fitting));
        return new BufferGeometry(bytes, itemsize, (int) Math.floorMod(offset, (long) itemsize), perRow);
    }

    /** Cells in all. */
    public long cells() {
        return Math.ceilDiv(bytes + lead(), itemsize);
    }

    public long rows() {
        return Math.ceilDiv(cells(), perRow);
    }

    /** Bytes that the first cell lacks. */
    private int lead() {
        return phase == 0 ? 0 : itemsize - phase;
    }

    /** First byte of a cell, not before the buffer's. */
    public long start(long cell) {
        return Math.max(0, cell * itemsize - lead());
    }

    /** One past the last byte of a cell, not after the buffer's. */
    public long end(long cell) {
        return Math.min(bytes, (cell + 1) * itemsize - lead());
    }

    /** Whether the cell holds a whole item. */
    public boolean isWhole(long cell) {
        return end(cell) - start(cell) == itemsize;
    }

    /** The cell that holds this byte. */
    public long cell(long at) {
        return (at + lead()) / itemsize;
    }
}
