package org.stridescope.probe;

import org.jspecify.annotations.Nullable;

import org.stridescope.ffi.ProcFile;
import org.stridescope.probe.tool.SystemTool;
import org.stridescope.trace.CounterTrace;
import org.stridescope.trace.Recorder;
import org.stridescope.trace.TraceEvent;

/**
 * The process's proportional set, for which the kernel walks all its pages: milliseconds a reading, so it is read once a second
 * at most.
 */
final class ProportionalSetProbe implements AutoCloseable {
    private final Recorder recorder;
    private final @Nullable ProcFile rollup = ProcFile.open("/proc/self/smaps_rollup").orElse(null);

    ProportionalSetProbe(Recorder recorder) {
        this.recorder = recorder;
    }

    void sample() {
        ProcFile file = rollup;
        if (file == null || !file.read())
            return;
        int at = file.indexOf("\nPss:", 0);
        if (at >= 0)
            recorder.add(new TraceEvent.Counter(recorder.now(), CounterTrace.PROPORTIONAL_SET,
                    1024 * file.number(at + "\nPss:".length())));
    }

    String gap() {
        return rollup != null || SystemTool.here().isPresent()
                ? ""
                : "the proportional set is not seen: this system has no /proc/self/smaps_rollup";
    }

    @Override
    public void close() {
        if (rollup != null)
            rollup.close();
    }
}
