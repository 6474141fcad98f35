package org.stridescope.app;

import java.nio.file.Path;

import org.stridescope.trace.Recording;
import org.stridescope.trace.RecordingFile;
import org.stridescope.ui.model.RecordingFiles;

/** Recordings as .ssrec files; those of the JVM's flight recorder can be read. */
final class DiskRecordings implements RecordingFiles {
    @Override
    public RecordingFile.Opened read(Path file) {
        return RecordingChoice.open(file);
    }

    @Override
    public void write(Recording recording, Path file) {
        RecordingFile.write(recording, file);
    }
}
