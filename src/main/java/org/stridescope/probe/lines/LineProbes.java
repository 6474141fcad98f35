package org.stridescope.probe.lines;

import java.time.Instant;
import java.util.function.ToIntFunction;

import jdk.jfr.consumer.RecordedThread;

import org.stridescope.probe.flight.FlightReader;
import org.stridescope.probe.flight.StackBook;
import org.stridescope.trace.Recorder;

/** Opens the line probe that sees most on this system. */
public final class LineProbes {
    private static final long FLIGHT_PERIOD_NANOS = 20_000_000;

    private LineProbes() {}

    /**
     * Starts sampling lines into a recorder.
     *
     * @param threads numbers of threads in the recording
     */
    public static LineProbe open(Recorder recorder, ToIntFunction<RecordedThread> threads) {
        Instant origin = Instant.now().minusNanos(recorder.now());
        StackBook stacks = new StackBook(recorder::add);
        String first;
        try {
            FlightReader reader = new FlightReader(recorder::add, stacks, origin, LineProbe.PERIOD_NANOS, threads,
                    new NativeSources());
            return LineProbeAsync.start(reader);
        } catch (LineError e) {
            first = String.valueOf(e.getMessage());
        }
        try {
            return LineProbeFlight.start(new FlightReader(recorder::add, stacks, origin, FLIGHT_PERIOD_NANOS, threads),
                    first);
        } catch (LineError e) {
            return new LineProbeNone(first + "; " + e.getMessage());
        }
    }
}
