package org.stridescope.probe.lines;

import java.nio.file.Path;
import java.util.Optional;

/** No lines here; says why. */
record LineProbeNone(String gap) implements LineProbe {
    @Override
    public void collect() {
        // there is nothing
    }

    @Override
    public void close() {
        // nothing was begun
    }

    @Override
    public Optional<Path> flight() {
        return Optional.empty();
    }
}
