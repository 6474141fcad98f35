package org.stridescope.probe;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.ffi.ProcFile;
import org.stridescope.trace.CounterTrace;
import org.stridescope.trace.Recorder;
import org.stridescope.trace.TraceEvent;

/** The heap by pool, and page faults of the process (proc(5): fields 10 and 12 of its stat file), each when it has changed. */
final class MemoryDetailProbe implements AutoCloseable {
    /** Fields after the name: minor faults come eighth, major ones two later. */
    private static final int MINOR_FIELD = 7;

    private final Recorder recorder;
    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP).toList();
    private final long[] last = new long[pools.size()];
    private final @Nullable ProcFile stat = ProcFile.open("/proc/self/stat").orElse(null);
    private long lastMinor = -1;
    private long lastMajor = -1;

    MemoryDetailProbe(Recorder recorder) {
        this.recorder = recorder;
    }

    void sample() {
        long now = recorder.now();
        for (int i = 0; i < last.length; i++) {
            long used = pools.get(i).getUsage().getUsed();
            if (used != last[i])
                recorder.add(new TraceEvent.Counter(now, CounterTrace.POOL + pools.get(i).getName(), used));
            last[i] = used;
        }
        ProcFile file = stat;
        if (file == null || !file.read())
            return;
        int minor = file.skip(file.lastIndexOf(')') + 2, MINOR_FIELD);
        lastMinor = counter(CounterTrace.MINOR_FAULTS, now, file.number(minor), lastMinor);
        lastMajor = counter(CounterTrace.MAJOR_FAULTS, now, file.number(file.skip(minor, 2)), lastMajor);
    }

    private long counter(String name, long now, long value, long before) {
        if (value != before)
            recorder.add(new TraceEvent.Counter(now, name, value));
        return value;
    }

    @Override
    public void close() {
        if (stat != null)
            stat.close();
    }
}
