import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Finishes the program folder that the build has filled with jars: start scripts in {@code bin}, the native libraries (and
 * the reasons of those that were not built) in {@code lib/native}, and where the JDK is.
 *
 * <p>Arguments: the installers folder, the folder of native libraries, the program folder.
 */
final class Assemble {
    private Assemble() {}

    public static void main(String[] args) throws IOException {
        Path installers = Path.of(args[0]).toAbsolutePath();
        Path nativeLibraries = Path.of(args[1]).toAbsolutePath();
        Path program = Path.of(args[2]).toAbsolutePath();
        Path bin = Files.createDirectories(program.resolve("bin"));
        for (String script : List.of("stridescope", "stridescope.bat")) {
            Path to = bin.resolve(script);
            Files.copy(installers.resolve("launcher").resolve(script), to, StandardCopyOption.REPLACE_EXISTING);
            if (!to.toFile().setExecutable(true, false))
                throw new IOException("cannot make " + to + " executable");
        }
        copyNative(nativeLibraries, program.resolve("lib/native"));
        Files.writeString(program.resolve("lib/jdk"), System.getProperty("java.home") + "\n", StandardCharsets.UTF_8);
    }

    private static void copyNative(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (DirectoryStream<Path> old = Files.newDirectoryStream(to)) {
            for (Path file : old) {
                if (!Files.isDirectory(file))
                    Files.delete(file);
            }
        }
        copy(from, to, "*.{so,dylib,dll,reason,vec}");
        copy(from.resolve("blas"), to.resolve("blas"), "*.{so,so.*,dylib,dll}");
    }

    private static void copy(Path from, Path to, String names) throws IOException {
        if (!Files.isDirectory(from))
            return;
        Files.createDirectories(to);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from, names)) {
            for (Path file : files)
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
