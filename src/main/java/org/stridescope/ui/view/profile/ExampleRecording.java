package org.stridescope.ui.view.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.stridescope.trace.RecordingFile;

/** The recording that comes with the program. */
final class ExampleRecording {
    static final String NAME = "example: four variants race";
    private static final String RESOURCE = "/recordings/example.ssrec";

    private ExampleRecording() {}

    static RecordingFile.Opened open() throws IOException {
        Path copy = Files.createTempFile("stridescope", ".ssrec");
        try (InputStream in = ExampleRecording.class.getResourceAsStream(RESOURCE)) {
            if (in == null)
                throw new IOException(RESOURCE + " is missing from the program");
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return RecordingFile.open(copy);
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
