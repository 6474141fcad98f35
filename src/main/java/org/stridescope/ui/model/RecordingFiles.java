package org.stridescope.ui.model;

import java.io.IOException;
import java.nio.file.Path;

import org.stridescope.trace.Recording;
import org.stridescope.trace.RecordingFile;

/** Recordings on disk, as the window needs them; a message of either exception is a sentence for the user. */
public interface RecordingFiles {
    RecordingFile.Opened read(Path file) throws IOException;

    void write(Recording recording, Path file) throws IOException;
}
