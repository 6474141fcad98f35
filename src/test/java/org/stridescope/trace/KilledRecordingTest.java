package org.stridescope.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a process leaves that was killed while it recorded. It takes seconds, as the child has to record some. */
class KilledRecordingTest {
    private static final long SECOND = 1_000_000_000;

    @TempDir
    private Path folder;

    @Test
    void atMostTheLastSecondIsLost() throws IOException, InterruptedException {
        Path file = folder.resolve("killed.ssrec");
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xmx64m", "-cp", System.getProperty("java.class.path"),
                LastingRecorderMain.class.getName(), file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        long recorded = 0;
        try (BufferedReader said = child.inputReader()) {
            while (recorded < 5 * SECOND / 2)
                recorded = Long.parseLong(said.readLine());
            child.destroyForcibly(); // SIGKILL: nothing in it runs any more
            assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        RecordingFile.Opened opened = RecordingFile.open(folder.resolve("killed.ssrec.part"));
        assertThat(file).doesNotExist();
        assertThat(opened.note()).startsWith("killed.ssrec.part was not finished: it is shown up to ");
        assertThat(opened.recording().durationNanos()).isGreaterThan(recorded - SECOND);
        ThreadTrace worker = opened.recording().thread(0).orElseThrow();
        assertThat(worker.name()).isEqualTo("worker");
        assertThat(worker.nanosAt(worker.samples() - 1)).isEqualTo(opened.recording().durationNanos());
    }
}
