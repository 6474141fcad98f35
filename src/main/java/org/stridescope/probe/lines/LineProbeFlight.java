package org.stridescope.probe.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import jdk.jfr.Recording;

import org.stridescope.probe.flight.FlightReader;

/**
 * By the JVM's own flight recorder, where async-profiler does not run: lines of Java, allocations and locks. Its samples come
 * when it is closed. It meets at most a handful of threads a tick, and knows a native call only by the Java line that makes it.
 */
final class LineProbeFlight implements LineProbe {
    private final FlightReader reader;
    private final Recording recording;
    private final Path file;
    private String gap;

    private LineProbeFlight(FlightReader reader, Recording recording, Path file, String gap) {
        this.reader = reader;
        this.recording = recording;
        this.file = file;
        this.gap = gap;
    }

    static LineProbe start(FlightReader reader, String why) throws LineError {
        try {
            Path file = Files.createTempFile("stridescope-lines", ".jfr");
            file.toFile().deleteOnExit();
            Recording recording = new Recording();
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(20));
            recording.enable("jdk.NativeMethodSample").withPeriod(Duration.ofMillis(20));
            recording.enable("jdk.ObjectAllocationSample").with("throttle", "150/s");
            recording.enable("jdk.JavaMonitorEnter").withThreshold(Duration.ofNanos(100_000));
            recording.setToDisk(true);
            recording.start();
            return new LineProbeFlight(reader, recording, file,
                    (why.isEmpty() ? "" : why + "; ") + "lines of Java come when the recording ends");
        } catch (IOException | IllegalStateException | SecurityException e) {
            throw new LineError("lines of Java are not sampled: the JVM's flight recorder does not start ("
                    + e.getMessage() + ")", e);
        }
    }

    @Override
    public void collect() {
        // a dump of a running recording holds its beginning each time: all is read once, at the end
    }

    @Override
    public String gap() {
        return gap;
    }

    @Override
    public void close() {
        if (recording.getState() == jdk.jfr.RecordingState.CLOSED)
            return;
        try (recording) {
            recording.stop();
            recording.dump(file);
            reader.read(file);
        } catch (IOException | IllegalStateException e) {
            gap = "lines were lost: " + e.getMessage();
        }
    }

    @Override
    public Optional<Path> flight() {
        return Optional.of(file);
    }
}
