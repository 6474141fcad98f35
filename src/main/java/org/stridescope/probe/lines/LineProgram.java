package org.stridescope.probe.lines;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * One unit's line table: a header with the names of files, then a program for a little machine that counts addresses and
 * lines up (DWARF 5, section 6.2, and its predecessors down to 2).
 */
final class LineProgram {
    private final ElfFile elf;
    private final ByteBuffer in;
    private final int version;
    private final int instructionBytes;
    private final int lineBase;
    private final int lineRange;
    private final int[] operands;
    private final List<String> files = new ArrayList<>();
    private long address;
    private int file = 1;
    private int line = 1;

    /** Reads the next unit's header; {@code lines} is left behind the unit. */
    LineProgram(ElfFile elf, ByteBuffer lines) {
        this.elf = elf;
        long length = Integer.toUnsignedLong(lines.getInt());
        if (length > lines.remaining())
            throw new IllegalArgumentException("a unit of 64 bits, or cut off");
        in = lines.slice(lines.position(), (int) length).order(lines.order());
        lines.position(lines.position() + (int) length);
        version = in.getShort();
        if (version < 2 || version > 5)
            throw new IllegalArgumentException("version " + version);
        if (version == 5)
            in.getShort(); // sizes of an address and of a segment
        int program = in.getInt() + in.position();
        instructionBytes = in.get();
        if (version >= 4)
            in.get(); // operations an instruction
        in.get(); // whether a row is a statement at first
        lineBase = in.get();
        lineRange = Byte.toUnsignedInt(in.get());
        operands = new int[Byte.toUnsignedInt(in.get())];
        for (int i = 1; i < operands.length; i++)
            operands[i] = in.get();
        if (version == 5)
            names();
        else
            oldNames();
        in.position(program);
    }

    private void names() {
        List<String> folders = new ArrayList<>();
        for (Entry each : entries())
            folders.add(each.name());
        for (Entry each : entries())
            files.add(path(folders, each));
    }

    private record Entry(String name, int folder) {}

    private List<Entry> entries() {
        int[][] format = new int[Byte.toUnsignedInt(in.get())][];
        for (int i = 0; i < format.length; i++)
            format[i] = new int[]{(int) unsigned(), (int) unsigned()};
        List<Entry> entries = new ArrayList<>();
        for (long left = unsigned(); left > 0; left--) {
            String name = "";
            int folder = 0;
            for (int[] field : format) {
                String text = field(field[1]);
                if (field[0] == 1)
                    name = text;
                else if (field[0] == 2)
                    folder = Integer.parseInt(text);
            }
            entries.add(new Entry(name, folder));
        }
        return entries;
    }

    /** A field as text; the numbers are the standard's DW_FORM codes. */
    private String field(int form) {
        return switch (form) {
            case 0x08 -> string(in);
            case 0x1f -> ElfFile.string(need(".debug_line_str"), in.getInt());
            case 0x0e -> ElfFile.string(need(".debug_str"), in.getInt());
            case 0x0b -> Integer.toString(Byte.toUnsignedInt(in.get()));
            case 0x05 -> Integer.toString(Short.toUnsignedInt(in.getShort()));
            case 0x06 -> Integer.toString(in.getInt());
            case 0x0f -> Long.toString(unsigned());
            case 0x1e -> {
                in.position(in.position() + 16); // a check sum
                yield "";
            }
            default -> throw new IllegalArgumentException("form " + form);
        };
    }

    private ByteBuffer need(String section) {
        ByteBuffer found = elf.section(section);
        if (found == null)
            throw new IllegalArgumentException("no " + section);
        return found;
    }

    private void oldNames() {
        List<String> folders = new ArrayList<>(List.of(""));
        for (String folder = string(in); !folder.isEmpty(); folder = string(in))
            folders.add(folder);
        files.add("");
        for (String name = string(in); !name.isEmpty(); name = string(in)) {
            files.add(path(folders, new Entry(name, (int) unsigned())));
            unsigned(); // time
            unsigned(); // length
        }
    }

    private static String path(List<String> folders, Entry entry) {
        String folder = entry.folder() < folders.size() ? folders.get(entry.folder()) : "";
        if (entry.name().startsWith("/") || folder.isEmpty())
            return entry.name();
        String root = folders.getFirst();
        String base = folder.startsWith("/") || root.isEmpty() || root.equals(folder) ? folder : root + "/" + folder;
        return base + "/" + entry.name();
    }

    /** Runs the program and adds its rows. */
    void run(List<LineTable.Row> rows) {
        while (in.hasRemaining()) {
            int code = Byte.toUnsignedInt(in.get());
            if (code >= operands.length) {
                address += (long) ((code - operands.length) / lineRange) * instructionBytes;
                line += lineBase + (code - operands.length) % lineRange;
                add(rows, line);
            } else if (code == 0)
                extended(rows);
            else
                standard(code, rows);
        }
    }

    private void extended(List<LineTable.Row> rows) {
        int length = (int) unsigned();
        int next = in.position() + length;
        int code = in.get();
        if (code == 1) { // end of a stretch of code
            add(rows, 0);
            address = 0;
            file = 1;
            line = 1;
        } else if (code == 2)
            address = in.getLong();
        in.position(next);
    }

    private void standard(int code, List<LineTable.Row> rows) {
        switch (code) {
            case 1 -> add(rows, line);
            case 2 -> address += unsigned() * instructionBytes;
            case 3 -> line += (int) signed();
            case 4 -> file = (int) unsigned();
            case 8 -> address += (long) ((255 - operands.length) / lineRange) * instructionBytes;
            case 9 -> address += Short.toUnsignedInt(in.getShort());
            default -> {
                for (int i = 0; i < operands[code]; i++)
                    unsigned();
            }
        }
    }

    private void add(List<LineTable.Row> rows, int at) {
        rows.add(new LineTable.Row(address, file >= 0 && file < files.size() ? files.get(file) : "", at));
    }

    private static String string(ByteBuffer from) {
        String text = ElfFile.string(from, from.position());
        from.position(from.position() + text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length + 1);
        return text;
    }

    private long unsigned() {
        long value = 0;
        for (int shift = 0;; shift += 7) {
            byte next = in.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0)
                return value;
        }
    }

    private long signed() {
        long value = 0;
        for (int shift = 0;;) {
            byte next = in.get();
            value |= (next & 0x7fL) << shift;
            shift += 7;
            if (next >= 0)
                return (next & 0x40) != 0 && shift < 64 ? value | -1L << shift : value;
        }
    }
}
