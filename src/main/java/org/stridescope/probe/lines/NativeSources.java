package org.stridescope.probe.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.stridescope.probe.flight.Addresses;
import org.stridescope.trace.StackFrame;

/**
 * From an address of this process to a line of C or Fortran: /proc/self/maps tells the library, its debug information the line.
 * Not for several threads at once.
 */
final class NativeSources implements Addresses {
    /** Addresses of no library, such as the JVM's own code, are frequent: they must not cost a reading each. */
    private static final long REREAD_NANOS = 500_000_000;

    private final Map<String, Optional<LineTable>> tables = new HashMap<>();
    private List<Mapping> mappings = List.of();
    private long readNanos = System.nanoTime() - REREAD_NANOS;

    private record Mapping(long start, long end, long offset, String library) {}

    @Override
    public @Nullable StackFrame at(long address) {
        Mapping found = mapping(address);
        if (found == null && System.nanoTime() - readNanos > REREAD_NANOS) {
            mappings = read(); // it may have been loaded since
            readNanos = System.nanoTime();
            found = mapping(address);
        }
        if (found == null)
            return null;
        String name = found.library().substring(found.library().lastIndexOf('/') + 1);
        long offset = address - found.start() + found.offset();
        return tables.computeIfAbsent(found.library(), NativeSources::table).flatMap(table -> table.atOffset(offset))
                .map(row -> frame(name, packed(row.file()), row.line())).orElseGet(() -> frame(name, "", 0));
    }

    private static StackFrame frame(String library, String file, int line) {
        return new StackFrame(StackFrame.Kind.NATIVE, library, "", file, line);
    }

    private @Nullable Mapping mapping(long address) {
        for (Mapping each : mappings) {
            if (address >= each.start() && address < each.end())
                return each;
        }
        return null;
    }

    private static List<Mapping> read() {
        List<Mapping> found = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
                String[] fields = line.split("\\s+", 6);
                if (fields.length < 6 || !fields[1].contains("x") || !fields[5].startsWith("/"))
                    continue;
                int dash = fields[0].indexOf('-');
                found.add(new Mapping(Long.parseUnsignedLong(fields[0].substring(0, dash), 16),
                        Long.parseUnsignedLong(fields[0].substring(dash + 1), 16),
                        Long.parseUnsignedLong(fields[2], 16), fields[5]));
            }
        } catch (IOException e) {
            return List.of(); // another system: no lines of native code
        }
        return found;
    }

    private static Optional<LineTable> table(String library) {
        try {
            return Optional.of(LineTable.of(Path.of(library)));
        } catch (IOException e) {
            return Optional.empty(); // most libraries of the system have no debug information
        }
    }

    /** Fortran is compiled once a width of vectors and a precision, from copies named after both; the packed source has neither. */
    static String packed(String file) {
        return file.replaceFirst("(_(base|avx2|avx512))?(_f(32|64))?(\\.f90)$", "$5").replaceFirst("^.*sources/", "");
    }
}
