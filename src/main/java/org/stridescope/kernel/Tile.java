package org.stridescope.kernel;

/** A block of the result: rows [row, rowEnd), columns [column, columnEnd). */
public record Tile(int index, long row, long rowEnd, long column, long columnEnd) {
    public long items() {
        return (rowEnd - row) * (columnEnd - column);
    }
}
