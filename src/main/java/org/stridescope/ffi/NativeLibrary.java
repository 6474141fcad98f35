package org.stridescope.ffi;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;

/**
 * A shared library of ours, or the reason why it is not here. Looked for in the folder that the system property
 * {@code stridescope.native.dir} names; else in {@code native} beside the jar that this class came from; else in
 * {@code target/native} beside {@code target/classes}. Libraries stay loaded as long as the process lives.
 */
public sealed interface NativeLibrary {
    /** Where the folder of the libraries is named. */
    String FOLDER_PROPERTY = "stridescope.native.dir";

    /** It is loaded. */
    record Loaded(String name, Path path, SymbolLookup symbols) implements NativeLibrary {
        /** The function of this name, called as a plain downcall. */
        public MethodHandle function(String symbol, FunctionDescriptor type) {
            MemorySegment address = symbols.find(symbol)
                    .orElseThrow(() -> new NativeError(path + " has no function " + symbol));
            return Linker.nativeLinker().downcallHandle(address, type);
        }

        /** Checks the number that a library answers for the version of its functions; another is an error. */
        void requireVersion(String symbol, int needed) {
            int version;
            try {
                version = (int) function(symbol, FunctionDescriptor.of(ValueLayout.JAVA_INT)).invokeExact();
            } catch (NativeError e) {
                throw e;
            } catch (Throwable e) {
                throw new AssertionError("a downcall can't fail", e);
            }
            if (version != needed) {
                throw new NativeError(
                        path + " has version " + version + " of its functions, the program needs " + needed);
            }
        }
    }

    /** It is not here, or can't be loaded. */
    record Absent(String name, String reason, String mend) implements NativeLibrary {}

    /**
     * Looks for a library and loads it; never throws.
     *
     * @param name the folder of its sources below {@code native/}, such as distance-c
     */
    static NativeLibrary open(String name) {
        return open(name, folders());
    }

    /** As {@link #open(String)}, looking in these folders in turn. */
    static NativeLibrary open(String name, List<Path> folders) {
        String file = System.mapLibraryName("stridescope_" + name.replace('-', '_'));
        for (Path folder : folders) {
            Path path = folder.resolve(file);
            if (Files.isRegularFile(path))
                return load(name, path);
        }
        return folders.stream().map(folder -> folder.resolve(name + ".reason")).filter(Files::isRegularFile).findFirst()
                .map(reason -> stated(name, reason)).orElseGet(() -> new Absent(name,
                        file + " was not found in " + (folders.isEmpty() ? "any folder" : folders.getFirst()),
                        "build it with mvn compile"));
    }

    /**
     * Opens somebody else's library: the first of these that the system has and that holds the symbol.
     *
     * @param files names that the system's loader looks for, or paths
     */
    static NativeLibrary openForeign(String name, List<String> files, String symbol, String mend) {
        OpenMpWaiting.sleep();
        for (String file : files) {
            try {
                SymbolLookup symbols = SymbolLookup.libraryLookup(file, Arena.global());
                if (symbols.find(symbol).isPresent())
                    return new Loaded(name, Path.of(file), symbols);
            } catch (IllegalArgumentException e) {
                // not here: the next one
            }
        }
        return new Absent(name, "none of " + String.join(", ", files) + " is on this system", mend);
    }

    /** The folders in which our own libraries lie, and what came with them. */
    public static List<Path> ownFolders() {
        return folders();
    }

    private static NativeLibrary load(String name, Path path) {
        OpenMpWaiting.sleep();
        try {
            return new Loaded(name, path, SymbolLookup.libraryLookup(path, Arena.global()));
        } catch (IllegalArgumentException e) {
            return new Absent(name, path + " can't be loaded here", "build it on this machine with mvn clean compile");
        }
    }

    private static NativeLibrary stated(String name, Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return new Absent(name, lines.isEmpty() ? name + " was not built" : lines.getFirst(),
                    lines.size() < 2 ? "" : lines.get(1));
        } catch (IOException e) {
            return new Absent(name, name + " was not built, and " + file + " can't be read", "");
        }
    }

    private static List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        String named = System.getProperty(FOLDER_PROPERTY);
        if (named != null && !named.isBlank())
            folders.add(Path.of(named));
        CodeSource source = NativeLibrary.class.getProtectionDomain().getCodeSource();
        URL home = source == null ? null : source.getLocation();
        if (home == null)
            return folders;
        try {
            Path parent = Path.of(home.toURI()).toAbsolutePath().getParent();
            if (parent != null)
                folders.add(parent.resolve("native"));
        } catch (URISyntaxException | IllegalArgumentException e) {
            // classes that come from no file have no folder beside them
        }
        return folders;
    }
}
