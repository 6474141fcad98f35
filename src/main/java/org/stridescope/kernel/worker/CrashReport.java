package org.stridescope.kernel.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stridescope.kernel.worker.WorkerServer.Job;

/** What ended a worker, in one sentence, from the report that the virtual machine leaves when it crashes. */
final class CrashReport {
    private static final Pattern SIGNAL = Pattern.compile("^#\\s+(SIG[A-Z]+|EXCEPTION_[A-Z_]+)", Pattern.MULTILINE);
    private static final Pattern FRAME = Pattern.compile("^# C\\s+\\[([^]+]+)\\+0x([0-9a-f]+)](?:\\s+(\\w+))?",
            Pattern.MULTILINE);
    private static final Map<String, String> MEANINGS = Map.of("SIGSEGV",
            "it read or wrote memory that is not its own", "EXCEPTION_ACCESS_VIOLATION",
            "it read or wrote memory that is not its own", "SIGBUS", "it touched memory that is not there", "SIGFPE",
            "it divided an integer by zero", "SIGILL", "it holds an instruction that this processor has not", "SIGABRT",
            "it gave up by itself");
    private static final int KILLED = 137;

    private CrashReport() {}

    static String sentence(Path report, int exitCode, Job job) {
        String text = read(report);
        Matcher signal = SIGNAL.matcher(text);
        if (!signal.find()) {
            return exitCode == KILLED
                    ? job.symbol() + " was killed from outside, perhaps for want of memory"
                    : job.symbol() + " ended its process with code " + exitCode;
        }
        String name = signal.group(1);
        String meaning = MEANINGS.getOrDefault(name, "the system stopped it");
        return job.symbol() + " crashed, " + name + ": " + meaning + where(text, job) + ". The program goes on.";
    }

    private static String where(String text, Job job) {
        Matcher frame = FRAME.matcher(text);
        if (!frame.find())
            return "";
        String inFunction = frame.group(3) == null ? "" : ", in " + frame.group(3);
        boolean ours = job.library().endsWith(frame.group(1));
        return inFunction + (ours ? line(job.library(), frame.group(2)).map(l -> ", " + l).orElse("") : "");
    }

    /** "line 7 of kernel.c", where the library was compiled with line numbers and binutils are here. */
    private static Optional<String> line(Path library, String offset) {
        try {
            Process process = new ProcessBuilder("addr2line", "-e", library.toString(), "0x" + offset)
                    .redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean ended = process.waitFor(5, TimeUnit.SECONDS);
            Matcher place = Pattern.compile("([^/]+):(\\d+)").matcher(said);
            return ended && place.find()
                    ? Optional.of("line " + place.group(2) + " of " + place.group(1))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String read(Path report) {
        try {
            return Files.isRegularFile(report) ? Files.readString(report, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
