package org.stridescope.app.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks other programs about themselves. */
final class Shell {
    private static final long WAIT_SECONDS = 10;

    private Shell() {}

    /** What a program says on standard output when it ends well within ten seconds; nothing where it is not there. */
    static Optional<String> ask(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectInput(ProcessBuilder.Redirect.from(nullFile()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            Thread ender = Thread.ofVirtual().start(() -> endLate(process));
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int code = process.waitFor();
            ender.interrupt();
            return code == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static void endLate(Process process) {
        try {
            if (!process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS))
                process.destroyForcibly();
        } catch (InterruptedException e) {
            // it ended in time
        }
    }

    private static File nullFile() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }
}
