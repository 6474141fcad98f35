package org.stridescope.kernel.remarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.stridescope.ffi.NativeLibrary;
import org.stridescope.ffi.Processor;
import org.stridescope.kernel.Availability;
import org.stridescope.kernel.Metric;

/** Native kernels by {@code objdump}; loops in Java are {@link JavaAssembly}'s. */
public final class Disassembler {
    static final String MEND = "apt-get install binutils";

    private record Place(String library, String function) {}

    /** Sources, and where their hot loops are; %1$s is the metric, %2$s the vectors' width. */
    private static final Map<String, Place> PLACES = Map.of("sources/distance-c/plain.c",
            new Place("distance-c", "^(%1$s(\\._omp_fn.*)?|stridescope_c_plain_f64)$"), "sources/distance-c/tiles.c",
            new Place("distance-c", "^%1$s_many"), "sources/distance-fortran/plain.f90",
            new Place("distance-fortran", "distance_plain_f64_MOD|stridescope_fortran_plain_f64"),
            "sources/distance-fortran/tiles.f90", new Place("distance-fortran", "distance_tiles_%2$s_f64_MOD_.*%3$s"),
            "sources/exercise-fortran/matmul.f90", new Place("exercise-fortran", "stridescope_matmul_.*_f64"));

    private Disassembler() {}

    /** Whether there is an objdump. */
    public static Availability objdump() {
        return on("objdump").isEmpty()
                ? new Availability.Missing("objdump was not found on the PATH", MEND)
                : Availability.AVAILABLE;
    }

    /** Where a program is on the PATH; empty where it is not. */
    static String on(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program)))
                return Path.of(folder, program).toString();
        }
        return "";
    }

    /** Whether this Java can print the instructions that it makes: hsdis beside its libjvm, or on the library path. */
    public static Availability hsdis() {
        String file = "hsdis-" + System.getProperty("os.arch") + System.mapLibraryName("x").replaceFirst("^.*x", "");
        List<Path> places = List.of(Path.of(System.getProperty("java.home"), "lib", "server", file),
                Path.of(System.getProperty("java.home"), "lib", file), Path.of("/usr/lib/x86_64-linux-gnu", file),
                Path.of("/usr/lib/aarch64-linux-gnu", file), Path.of(file));
        return places.stream().anyMatch(Files::isRegularFile)
                ? Availability.AVAILABLE
                : new Availability.Missing(file + " is not beside this Java; objdump reads Java's machine code as well",
                        objdump().isAvailable() ? "nothing to do" : MEND);
    }

    /** The hot loop of a native kernel for a metric; takes a fraction of a second. */
    public static Assembly of(String source, Metric metric) {
        Place place = PLACES.get(source);
        if (place == null)
            return Assembly.missing("only native sources are disassembled, not " + source, "");
        String objdump = on("objdump");
        if (objdump.isEmpty())
            return Assembly.missing("objdump was not found on the PATH", MEND);
        if (!System.getProperty("os.arch").equals("amd64"))
            return Assembly.missing("loops are found in x86-64 code only, not in " + System.getProperty("os.arch"), "");
        return switch (NativeLibrary.open(place.library())) {
            case NativeLibrary.Absent absent -> Assembly.missing(absent.reason(), absent.mend());
            case NativeLibrary.Loaded loaded -> {
                String width = Processor.hasAvx2() ? "avx2" : "base";
                String squares = metric == Metric.EUCLIDEAN || metric == Metric.SQEUCLIDEAN
                        ? "squares"
                        : metric.label();
                String name = metric == Metric.CITYBLOCK ? "(maxima|cityblock)" : squares;
                yield disassemble(objdump, loaded.path(),
                        Pattern.compile(place.function().formatted(metric.label(), width, name)));
            }
        };
    }

    private static Assembly disassemble(String objdump, Path library, Pattern function) {
        try {
            Process process = new ProcessBuilder(objdump, "-d", "--no-show-raw-insn", library.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                    .toList();
            int code = process.waitFor();
            if (code != 0)
                return Assembly.missing("objdump cannot read " + library, MEND);
            return HotLoop.find(lines, function);
        } catch (IOException e) {
            return Assembly.missing("objdump cannot be run: " + e.getMessage(), MEND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Assembly.missing("interrupted", "");
        }
    }
}
