package org.stridescope.kernel.remarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stridescope.ffi.NativeLibrary;
import org.stridescope.ffi.Processor;
import org.stridescope.kernel.Availability;

/**
 * What gcc and gfortran said of the loops of a native kernel (-fopt-info-vec), written down as the library was built. Only
 * the last word on each loop is kept: gcc tries several widths, and says each time why not.
 */
public final class CompilerRemarks {
    private static final Pattern LINE = Pattern.compile("^([^:]+):(\\d+):(\\d+): (optimized|missed): +(.*)$");

    /** Sources, and the file of remarks beside the library; %s is the width of the vectors. */
    private static final Map<String, String> FILES = Map.of("sources/distance-c/plain.c", "distance-c-plain_f64.vec",
            "sources/distance-c/tiles.c", "distance-c-tiles_%s_f64.vec", "sources/distance-fortran/plain.f90",
            "distance-fortran-plain_f64.vec", "sources/distance-fortran/tiles.f90",
            "distance-fortran-tiles_%s_f64.vec", "sources/exercise-fortran/matmul.f90", "exercise-fortran-matmul.vec");

    private CompilerRemarks() {}

    /** Remarks of a source, or why there are none. */
    public record Found(List<Remark> remarks, Availability availability) {}

    /**
     * Remarks on a native source, by line.
     *
     * @param source the resource path of a kernel's source
     */
    public static Found of(String source) {
        String name = FILES.get(source);
        if (name == null)
            return none("no compiler's remarks are kept for " + source, "");
        String width = Processor.hasAvx2() ? "avx2" : "base";
        for (Path folder : NativeLibrary.ownFolders()) {
            Path file = folder.resolve(name.formatted(width));
            if (Files.isRegularFile(file))
                return read(file, source.substring(source.lastIndexOf('/') + 1));
        }
        return none("the library was built by a compiler that keeps no remarks, or not at all",
                "build it with gcc and gfortran: apt-get install gcc gfortran, then mvn compile");
    }

    private static Found none(String reason, String mend) {
        return new Found(List.of(), new Availability.Missing(reason, mend));
    }

    private static Found read(Path file, String source) {
        try {
            return new Found(parse(Files.readAllLines(file, StandardCharsets.ISO_8859_1), source),
                    Availability.AVAILABLE);
        } catch (IOException e) {
            return none(file + " can't be read", "build the program again");
        }
    }

    /** The remarks on loops of one source; a source compiled from a template has a longer name, tiles_avx2_f64.f90. */
    static List<Remark> parse(List<String> lines, String source) {
        String stem = source.substring(0, source.lastIndexOf('.'));
        String ending = source.substring(source.lastIndexOf('.'));
        List<Remark> remarks = new ArrayList<>();
        for (String line : lines) {
            Matcher m = LINE.matcher(line);
            if (!m.matches() || !m.group(1).startsWith(stem) || !m.group(1).endsWith(ending))
                continue;
            boolean vectorised = m.group(4).equals("optimized");
            String text = m.group(5).strip();
            boolean aboutALoop = text.contains("loop") || text.contains("vectorized") || text.startsWith("not ");
            if (aboutALoop)
                add(remarks, new Remark(Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)), vectorised, text));
        }
        remarks.sort(Comparator.comparingInt(Remark::line).thenComparingInt(Remark::column)
                .thenComparing(remark -> !remark.vectorised()));
        return List.copyOf(remarks);
    }

    private static void add(List<Remark> remarks, Remark remark) {
        if (!remarks.contains(remark))
            remarks.add(remark);
    }
}
