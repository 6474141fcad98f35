package org.stridescope.probe.flight;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.stridescope.explain.lines.LineCosts;
import org.stridescope.explain.lines.Selection;
import org.stridescope.trace.Recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Another JVM is attached to, recorded and left alone. Takes some seconds: the other program must run for two of them. */
class RunningJvmTest {
    private static final int TWO_SECONDS = 4;

    @TempDir
    private Path folder;
    @SuppressWarnings("NullAway.Init") // started before each test
    private Process child;
    @SuppressWarnings("NullAway.Init")
    private BufferedReader said;

    @BeforeEach
    void start() throws IOException {
        child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"), BusyMain.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        said = child.inputReader();
        said.readLine();
    }

    @AfterEach
    void end() {
        child.destroyForcibly();
    }

    @Test
    void aProgramIsRecordedUntilItIsStoppedAndGoesOn() throws Exception {
        assertThat(RunningJvm.all()).extracting(RunningJvm::pid).contains(child.pid());
        Path flight = folder.resolve("other.jfr");
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread recorder = Thread.ofPlatform().start(() -> {
            try {
                RunningJvm.record(child.pid(), Duration.ofMinutes(10), flight);
            } catch (RuntimeException e) {
                failure.set(e);
            }
        });
        String agent = "";
        while (!agent.contains("Recording 1"))
            agent = ask("JFR.check");
        while (said.ready())
            said.readLine(); // said before the recording began
        for (int i = 0; i < TWO_SECONDS; i++)
            said.readLine();
        recorder.interrupt();
        assertThat(recorder.join(Duration.ofMinutes(2))).isTrue();
        assertThat(failure.get()).isNull();

        Recording recording = FlightFile.open(flight, "other");
        assertThat(recording.durationNanos()).isPositive();
        assertThat(recording.threads()).extracting(thread -> thread.name()).contains("main");
        LineCosts lines = LineCosts.of(recording, Selection.ALL);
        assertThat(lines.rows()).anySatisfy(row -> {
            assertThat(row.file()).endsWith("BusyMain.java");
            assertThat(row.line()).isPositive();
            assertThat(row.selfNanos()).isPositive();
        });

        said.readLine();
        assertThat(child.isAlive()).as("it runs on").isTrue();
        assertThat(ask("JFR.check")).as("and is not recorded any more").doesNotContain("Recording 1");
        child.outputWriter().append("\n").flush();
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isZero();
    }

    /** Asks the child by jcmd, which comes with the JDK. */
    private String ask(String command) throws IOException {
        Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(child.pid()), command).redirectErrorStream(true).start();
        try (BufferedReader answer = jcmd.inputReader()) {
            return String.join("\n", answer.lines().toList());
        }
    }

    @Test
    void aProgramThatIsGoneIsASentence() throws InterruptedException {
        child.destroyForcibly();
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        Path flight = folder.resolve("gone.jfr");
        assertThatThrownBy(() -> RunningJvm.record(child.pid(), Duration.ofSeconds(1), flight))
                .isInstanceOf(FlightError.class).hasMessageContaining("there is no such process");
        assertThat(Files.exists(flight)).isFalse();
    }
}
