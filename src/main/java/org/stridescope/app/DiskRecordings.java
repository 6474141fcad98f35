package org.stridescope.app;

import java.io.IOException;
import java.nio.file.Path;

import org.stridescope.trace.Recording;
import org.stridescope.ui.model.RecordingFiles;

/** Recordings as .ssrec files. */
final class DiskRecordings implements RecordingFiles {
    @Override
    public Recording read(Path file) throws IOException {
        throw new IOException("reading recordings comes with the next version");
    }

    @Override
    public void write(Recording recording, Path file) throws IOException {
        throw new IOException("writing recordings comes with the next version");
    }
}
