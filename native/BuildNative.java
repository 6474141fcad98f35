import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds every library below the native folder with CMake, one folder a library, and puts the shared libraries into the
 * output folder. {@code java native/BuildNative.java native target/native}. A library whose sources have not changed since
 * the last build is left alone. Where a tool is missing, the reason and its mend are written to {@code <folder>.reason} and
 * the build goes on: the program greys what it can't run. Code that does not compile fails the build.
 */
final class BuildNative {
    private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private static final boolean WINDOWS = OS.startsWith("win");
    private static final String MEND = OS.startsWith("linux")
            ? "run installers/setup.sh, or apt-get install cmake make gcc gfortran libgomp1"
            : OS.startsWith("mac")
                    ? "xcode-select --install && brew install cmake gcc libomp"
                    : "winget install Kitware.CMake, and gcc and gfortran from https://www.msys2.org";

    private final Path source;
    private final Path output;

    private BuildNative(Path source, Path output) {
        this.source = source;
        this.output = output;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 2) {
            System.err.println("usage: java BuildNative.java <native source folder> <output folder>");
            System.exit(2);
        }
        Path output = Path.of(args[1]).toAbsolutePath();
        Files.createDirectories(output);
        List<Path> libraries;
        try (Stream<Path> folders = Files.list(Path.of(args[0]).toAbsolutePath())) {
            libraries = folders.filter(f -> Files.exists(f.resolve("CMakeLists.txt"))).sorted().toList();
        }
        for (Path library : libraries) {
            if (!new BuildNative(library, output).build())
                System.exit(1);
        }
    }

    private String name() {
        return source.getFileName().toString();
    }

    private boolean isFortran() {
        return name().endsWith("fortran");
    }

    /** False when the code does not compile. */
    private boolean build() throws IOException, InterruptedException {
        Path stamp = output.resolve(name() + ".stamp");
        Path reason = output.resolve(name() + ".reason");
        String now = fingerprint();
        if (Files.exists(stamp) && Files.readString(stamp).equals(now))
            return true;
        Files.deleteIfExists(stamp);
        String missing = missingTool();
        if (missing != null) {
            // no stamp: the next build looks again
            Files.writeString(reason, missing + "\n" + MEND + "\n");
            System.err.println("native: " + name() + " is left out: " + missing + " (" + MEND + ")");
            return true;
        }
        Files.deleteIfExists(reason);
        if (!compile())
            return false;
        copyLibraries();
        Files.writeString(stamp, now);
        return true;
    }

    /** The sources' names, sizes and times, and the compilers asked for. */
    private String fingerprint() throws IOException {
        StringBuilder text = new StringBuilder(source.toString()).append('\n').append(System.getenv("CC")).append(' ')
                .append(System.getenv("FC")).append('\n');
        try (Stream<Path> files = Files.walk(source, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                text.append(source.relativize(file)).append(' ').append(Files.size(file)).append(' ')
                        .append(Files.getLastModifiedTime(file).toMillis()).append('\n');
            }
        }
        return text.toString();
    }

    private String missingTool() {
        if (!isOnPath("cmake"))
            return "CMake was not found when the program was built";
        if (!WINDOWS && !isOnPath("make"))
            return "make was not found when the program was built";
        if (isFortran()) {
            return isOnPath("FC", "gfortran")
                    ? null
                    : "no Fortran compiler (gfortran) was found when the program was built";
        }
        return isOnPath("CC", "cc", "gcc", "clang") ? null : "no C compiler was found when the program was built";
    }

    /** The first is an environment variable where in capitals, then programs by name. */
    private static boolean isOnPath(String... programs) {
        for (String program : programs) {
            String chosen = program.equals("CC") || program.equals("FC") ? System.getenv(program) : program;
            if (chosen == null || chosen.isBlank())
                continue;
            boolean found = Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                    .map(folder -> Path.of(folder.isEmpty() ? "." : folder))
                    .anyMatch(folder -> Files.isExecutable(folder.resolve(chosen))
                            || Files.isExecutable(folder.resolve(chosen + ".exe")));
            if (found || Files.isExecutable(Path.of(chosen)))
                return true;
        }
        return false;
    }

    private boolean compile() throws IOException, InterruptedException {
        Path work = output.resolve("build").resolve(name());
        if (!belongsHere(work))
            delete(work);
        Files.createDirectories(work);
        String generator = WINDOWS ? "MinGW Makefiles" : "Unix Makefiles";
        return run("cmake", "-S", source.toString(), "-B", work.toString(), "-G", generator,
                "-DCMAKE_BUILD_TYPE=Release")
                && run("cmake", "--build", work.toString(), "--parallel");
    }

    /** Whether CMake's cache, if any, is of these sources and this folder; a copied or moved checkout brings another's. */
    private boolean belongsHere(Path work) throws IOException {
        Path cache = work.resolve("CMakeCache.txt");
        if (!Files.exists(cache))
            return true;
        List<String> lines = Files.readAllLines(cache);
        return lines.stream().anyMatch(l -> l.equals("CMAKE_HOME_DIRECTORY:INTERNAL=" + slashed(source)))
                && lines.stream().anyMatch(l -> l.equals("CMAKE_CACHEFILE_DIR:INTERNAL=" + slashed(work)));
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList())
                Files.delete(file);
        }
    }

    /** Runs a command quietly; what it said is shown when it fails. */
    private boolean run(String... command) throws IOException, InterruptedException {
        Path log = output.resolve(name() + ".log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        boolean ended = process.waitFor(10, TimeUnit.MINUTES);
        if (ended && process.exitValue() == 0)
            return true;
        process.destroyForcibly();
        System.err.println("native: " + name() + " does not build: " + String.join(" ", Arrays.asList(command)));
        System.err.write(Files.readAllBytes(log));
        return false;
    }

    /** The libraries, and what the compiler said of their loops. */
    private void copyLibraries() throws IOException {
        try (Stream<Path> built = Files.list(output.resolve("build").resolve(name()))) {
            for (Path file : built.filter(f -> f.toString().matches(".*\\.(so|dylib|dll|vec)")).toList()) {
                // to a new file, then renamed: a running program keeps the library that it has mapped
                if (file.toString().endsWith(".vec")) {
                    Files.writeString(output.resolve(name() + "-" + file.getFileName()), remarks(file));
                    continue;
                }
                Path part = output.resolve(file.getFileName() + ".part");
                Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(part, output.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Each remark once, its file named without the folder. */
    private static String remarks(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.replaceFirst("^\\S*/", "")).distinct()
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    }
}
