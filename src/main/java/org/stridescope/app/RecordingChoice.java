package org.stridescope.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.stridescope.probe.flight.FlightFile;
import org.stridescope.trace.RecordingFile;

/** A file that somebody names as a recording: one of ours, or a flight recording, which its first bytes tell. */
final class RecordingChoice {
    private static final byte[] FLIGHT = {'F', 'L', 'R', 0};

    private RecordingChoice() {}

    static RecordingFile.Opened open(Path file) {
        return isFlight(file) ? new RecordingFile.Opened(FlightFile.open(file), "") : RecordingFile.open(file);
    }

    private static boolean isFlight(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(FLIGHT.length), FLIGHT);
        } catch (IOException e) {
            return false; // whoever opens it says what is wrong
        }
    }
}
