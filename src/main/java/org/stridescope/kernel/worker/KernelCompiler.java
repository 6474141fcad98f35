package org.stridescope.kernel.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.stridescope.kernel.Availability;

/**
 * Compiles a kernel that a user has written, a function {@code distance} with the arguments of {@link NativeFunction}, with
 * line numbers and for this processor. A compiler that takes longer than {@value #MOST_SECONDS} seconds is stopped.
 */
public final class KernelCompiler {
    static final int MOST_SECONDS = 30;
    /** What a kernel must be called. */
    public static final String SYMBOL = "distance";
    private static final Pattern MESSAGE = Pattern
            .compile("^kernel\\.(?:c|f90):(\\d+):(?:(\\d+):)? (?:fatal )?(error|warning): (.*)$",
                    Pattern.CASE_INSENSITIVE);

    private KernelCompiler() {}

    /** What came of a compilation. */
    public sealed interface Compiled {
        List<CompilerMessage> messages();
    }

    /** It compiled; perhaps with warnings. Close it to delete its files, after the last worker that runs it. */
    public record Built(NativeFunction function, List<CompilerMessage> messages) implements Compiled, AutoCloseable {
        @Override
        public void close() {
            Path folder = function.library().getParent();
            if (folder != null)
                new WorkerFolder(folder).delete();
        }
    }

    /** It did not; the first message is an error. */
    public record Refused(List<CompilerMessage> messages) implements Compiled {}

    /** Whether there is a compiler for this language, and a Java to run the result in. */
    public static Availability availability(KernelLanguage language) {
        boolean found = Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder.isEmpty() ? "." : folder))
                .anyMatch(folder -> Files.isExecutable(folder.resolve(language.compiler()))
                        || Files.isExecutable(folder.resolve(language.compiler() + ".exe")));
        return found
                ? ChildJvm.availability()
                : new Availability.Missing(language.compiler() + " was not found on the PATH", language.mend());
    }

    /**
     * Compiles; takes half a second or so.
     *
     * @throws WorkerError where there is no compiler, or it does not end
     */
    public static Compiled compile(KernelLanguage language, String source) {
        WorkerFolder folder = WorkerFolder.create();
        boolean built = false;
        try {
            Path library = folder.path().resolve(System.mapLibraryName("kernel"));
            Files.writeString(folder.path().resolve(language.file()), source);
            List<CompilerMessage> messages = messages(run(folder.path(), language, library));
            built = Files.isRegularFile(library);
            if (built)
                return new Built(new NativeFunction(library, SYMBOL), messages);
            return new Refused(messages.stream().anyMatch(CompilerMessage::isError)
                    ? messages
                    : List.of(new CompilerMessage(0, 0, true, language.compiler() + " failed and does not say why")));
        } catch (IOException e) {
            throw new WorkerError(language.compiler() + " cannot be run: " + e.getMessage() + "; " + language.mend(),
                    e);
        } finally {
            if (!built)
                folder.delete();
        }
    }

    private static String run(Path folder, KernelLanguage language, Path library) throws IOException {
        List<String> call = new ArrayList<>(List.of(language.compiler(), "-O3", "-march=native", "-g", "-fopenmp",
                "-shared", "-fPIC", "-Wall", "-fdiagnostics-plain-output", language.file(), "-o", library.toString()));
        call.addAll(language.flags());
        ProcessBuilder builder = new ProcessBuilder(call).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS))
                throw new WorkerError(language.compiler() + " took more than " + MOST_SECONDS + " s and was stopped");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkerError("interrupted while compiling", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return Files.readString(folder.resolve("said"), StandardCharsets.ISO_8859_1);
    }

    private static List<CompilerMessage> messages(String said) {
        List<CompilerMessage> messages = new ArrayList<>();
        for (String line : said.split("\n")) {
            Matcher m = MESSAGE.matcher(line);
            if (m.matches()) {
                String column = m.group(2);
                messages.add(new CompilerMessage(Integer.parseInt(m.group(1)), column == null
                        ? 0
                        : Integer.parseInt(column), m.group(3).equalsIgnoreCase("error"), m.group(4)));
            } else if (line.contains("undefined reference") || line.startsWith("f951: Fatal")) {
                messages.add(new CompilerMessage(0, 0, true, line));
            }
        }
        messages.sort((a, b) -> Boolean.compare(b.isError(), a.isError()));
        return List.copyOf(messages);
    }
}
