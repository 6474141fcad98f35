package org.stridescope.probe.lines;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which line of source each machine instruction of a library comes from, by its debug information. */
final class LineTable {
    /** Line 0 ends a stretch of code: what follows comes from nowhere. */
    record Row(long address, String file, int line) {}

    private final ElfFile elf;
    private final Row[] rows;

    private LineTable(ElfFile elf, Row[] rows) {
        this.elf = elf;
        this.rows = rows;
    }

    /**
     * Reads a library's line tables.
     *
     * @throws IOException where it is no library, has no debug information, or that cannot be read
     */
    static LineTable of(Path library) throws IOException {
        ElfFile elf = ElfFile.read(library);
        ByteBuffer lines = elf.section(".debug_line");
        if (lines == null)
            throw new IOException(library + " has no lines: it was compiled without -g");
        List<Row> rows = new ArrayList<>();
        try {
            while (lines.remaining() > 4)
                new LineProgram(elf, lines).run(rows);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException
                | IllegalArgumentException e) {
            throw new IOException("the debug information of " + library + " cannot be read", e);
        }
        Row[] sorted = rows.toArray(Row[]::new);
        // an end goes before a start at the same address; lines of one address keep their order, the last one holds
        Arrays.sort(sorted, Comparator.comparingLong(Row::address).thenComparing(row -> row.line() > 0));
        return new LineTable(elf, sorted);
    }

    /** The line of the instruction at a place of the library's file. */
    Optional<Row> atOffset(long offset) {
        long address = elf.address(offset);
        return address < 0 ? Optional.empty() : at(address);
    }

    /** The line of the instruction at one of the library's own addresses. */
    Optional<Row> at(long address) {
        int low = 0;
        int high = rows.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows[middle].address() <= address)
                low = middle + 1;
            else
                high = middle;
        }
        return low == 0 || rows[low - 1].line() == 0 ? Optional.empty() : Optional.of(rows[low - 1]);
    }

    /** Every address that a line begins at. */
    List<Row> rows() {
        return List.of(rows);
    }
}
