package org.stridescope.probe.flight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.stridescope.explain.lines.LineCosts;
import org.stridescope.explain.lines.LineRow;
import org.stridescope.explain.lines.Selection;
import org.stridescope.trace.Recording;
import org.stridescope.trace.ThreadTrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FlightFileTest {
    @TempDir
    private Path folder;

    private Path recorded() throws IOException {
        Path file = folder.resolve("flight.jfr");
        try (jdk.jfr.Recording recording = new jdk.jfr.Recording()) {
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            recording.enable("jdk.ThreadCPULoad").withPeriod(Duration.ofMillis(100));
            recording.enable("jdk.GarbageCollection");
            recording.enable("jdk.GCHeapSummary");
            recording.enable("jdk.CPUInformation");
            recording.start();
            long begin = System.nanoTime();
            double sum = 0;
            while (System.nanoTime() - begin < 700_000_000)
                for (int i = 0; i < 100_000; i++)
                    sum += Math.sqrt(sum + i);
            assertThat(sum).isPositive();
            System.gc();
            recording.stop();
            recording.dump(file);
        }
        return file;
    }

    @Test
    void aFlightRecordingFromElsewhereIsARecording() throws IOException {
        Recording recording = FlightFile.open(recorded());
        assertThat(recording.experiment()).isEqualTo("flight.jfr");
        assertThat(recording.settings().get("processors"))
                .isEqualTo(Integer.toString(Runtime.getRuntime().availableProcessors()));
        assertThat(recording.durationNanos()).isBetween(500_000_000L, 60_000_000_000L);
        assertThat(recording.threads()).extracting(ThreadTrace::name).contains("main");
        assertThat(recording.collections()).isNotEmpty();
        assertThat(recording.memory().samples()).isNotEmpty()
                .allSatisfy(sample -> assertThat(sample.heapBytes()).isPositive());
        assertThat(LineCosts.of(recording, Selection.ALL).rows()).extracting(LineRow::file)
                .contains("org/stridescope/probe/flight/FlightFileTest.java");
    }

    @Test
    void damageIsRefusedInOneSentenceOrHarmless() throws IOException {
        byte[] whole = Files.readAllBytes(recorded());
        Path damaged = folder.resolve("damaged.jfr");
        Random random = new Random(4);
        for (int round = 0; round < 25; round++) {
            byte[] bytes = round % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int i = 0; i < 10 && bytes.length > 0; i++)
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(damaged, bytes);
            try {
                FlightFile.open(damaged);
            } catch (FlightError e) {
                assertThat(e.getMessage()).contains("damaged.jfr").doesNotContain("\n");
            }
        }
    }

    @Test
    void whatIsNoneIsSaid() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.jfr"), "nothing of the kind");
        assertThatThrownBy(() -> FlightFile.open(text)).isInstanceOf(FlightError.class)
                .hasMessageStartingWith(text + " cannot be read as a flight recording: ");
    }

    @Test
    void aProcessThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> RunningJvm.record(4_000_000, Duration.ofMillis(1), folder.resolve("x.jfr")))
                .isInstanceOf(FlightError.class)
                .hasMessage("process 4000000 cannot be recorded: there is no such process;"
                        + " stridescope record --jvms lists those that can");
    }
}
