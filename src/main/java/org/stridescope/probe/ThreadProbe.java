package org.stridescope.probe;

import org.stridescope.ffi.ThreadClockBindings;
import org.stridescope.trace.Recorder;

/** Reads the CPU time of threads into a recorder. Calls come one at a time, but for
 * {@link #current}, {@link #of} and {@link #ofJava}. */
public sealed interface ThreadProbe extends AutoCloseable permits ThreadProbeLinux, ThreadProbeJava {

    /** The probe that sees most on this system. */
    static ThreadProbe open(Recorder recorder, OtherSystem system) {
        return ThreadClockBindings.open().<ThreadProbe>map(clocks -> new ThreadProbeLinux(recorder, clocks))
                .orElseGet(() -> new ThreadProbeJava(recorder, system::reading, system.gap()));
    }

    /**
     * Adds a sample of every thread alive.
     *
     * @param last no sample follows: a thread whose kind is still in doubt is decided now
     */
    void sample(boolean last);

    /**
     * The number of the calling Java thread in the recording. The thread is entered, with a sample of its own, where it was
     * not known yet or its last sample is more than a millisecond old; so a thread that lives between two samples is seen.
     */
    int current();

    /** The number in the recording of the thread that the operating system knows by this one; -1 where it is not known. */
    int of(long systemThread);

    /** The number in the recording of the Java thread that the JVM knows by this one; -1 where it is not known. */
    int ofJava(long javaId);

    /** Threads alive at the last sample. */
    int threads();

    /** What it cannot see on this system and why; empty where it sees all. */
    String gap();

    /** Gives up what it holds of the system; no call follows. */
    @Override
    void close();
}
