package org.stridescope.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where a BLAS may lie. First the file that the system property {@code stridescope.blas} names; then the one that came with
 * the program, in {@code blas} beside our own libraries, which is the newest and chooses its kernels for this processor;
 * then the system's.
 */
public final class BlasLibrary {
    /** Names a library's file; {@code none} means that none is wanted. */
    public static final String PROPERTY = "stridescope.blas";
    private static final List<String> LINUX = List.of("libopenblas.so.0", "libopenblas.so", "libopenblasp.so.0",
            "libblis.so.4");
    private static final List<String> MACOS = List.of("/opt/homebrew/opt/openblas/lib/libopenblas.dylib",
            "/usr/local/opt/openblas/lib/libopenblas.dylib",
            "/System/Library/Frameworks/Accelerate.framework/Accelerate");
    private static final List<String> WINDOWS = List.of("libopenblas.dll", "openblas.dll");
    /** What OpenBLAS itself is linked to, in the order in which to load it; a system has its own as a rule. */
    private static final List<String> RUNTIME = List.of("libgcc_s.so.1", "libquadmath.so.0", "libgfortran.so.5");

    private BlasLibrary() {}

    /** Looks for a BLAS with C's interface; never throws. */
    public static NativeLibrary open() {
        String named = System.getProperty(PROPERTY, "");
        if (named.equals("none"))
            return new NativeLibrary.Absent("blas", "no BLAS is wanted (-D" + PROPERTY + "=none)", "");
        List<String> files = new ArrayList<>();
        if (!named.isBlank())
            files.add(named);
        files.addAll(bundled());
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        files.addAll(os.startsWith("win") ? WINDOWS : os.startsWith("mac") ? MACOS : LINUX);
        String mend = os.startsWith("win")
                ? "build the program again where Maven Central can be reached"
                : os.startsWith("mac") ? "brew install openblas" : "apt-get install libopenblas0-pthread";
        return NativeLibrary.openForeign("blas", files, "cblas_dgemm", mend);
    }

    private static List<String> bundled() {
        List<String> found = new ArrayList<>();
        for (Path folder : NativeLibrary.ownFolders()) {
            Path blas = folder.resolve("blas");
            for (String name : List.of("libopenblas.so.0", "libopenblas.0.dylib", "libopenblas.dll")) {
                if (!Files.isRegularFile(blas.resolve(name)))
                    continue;
                loadRuntime(blas);
                found.add(blas.resolve(name).toString());
            }
        }
        return found;
    }

    /** A library that is linked to one already loaded, by name, uses that one. */
    private static void loadRuntime(Path folder) {
        for (String name : RUNTIME) {
            try {
                SymbolLookup ignored = SymbolLookup.libraryLookup(name, Arena.global());
            } catch (IllegalArgumentException notOnTheSystem) {
                loadOwn(folder.resolve(name));
            }
        }
    }

    private static void loadOwn(Path file) {
        if (!Files.isRegularFile(file))
            return;
        try {
            SymbolLookup ignored = SymbolLookup.libraryLookup(file, Arena.global());
        } catch (IllegalArgumentException e) {
            // OpenBLAS then does not load either, and says so
        }
    }
}
