package org.stridescope.probe.lines;

import java.nio.file.Path;
import java.util.Optional;

/** Takes samples of source lines, allocations and locks until it is closed. */
public sealed interface LineProbe extends AutoCloseable permits LineProbeAsync, LineProbeFlight, LineProbeNone {
    /** CPU time between two samples. */
    long PERIOD_NANOS = 10_000_000;
    /** Bytes of Java objects between two samples of allocation. */
    int ALLOCATION_BYTES = 256 << 10;

    /** Hands what has been sampled since the last call to the recording. Calls come one at a time. */
    void collect();

    /** What it cannot see here and why; empty where it sees all. */
    String gap();

    /** Stops sampling and collects the rest. */
    @Override
    void close();

    /** After {@link #close}: all it took as a flight recording (.jfr), to be deleted by the caller. */
    Optional<Path> flight();
}
