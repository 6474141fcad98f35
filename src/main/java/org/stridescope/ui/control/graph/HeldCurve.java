package org.stridescope.ui.control.graph;

import java.util.Arrays;

import org.stridescope.trace.TaskState;
import org.stridescope.trace.TraceEvent.TaskChanged;
import org.stridescope.ui.model.graph.ShownRun;

/** Bytes of results that a run held, in steps, up to a time of it. */
final class HeldCurve {
    private long[] times = new long[64];
    private long[] bytes = new long[64];
    private int size;
    private long most;

    private HeldCurve() {}

    static HeldCurve of(ShownRun run, long until) {
        HeldCurve curve = new HeldCurve();
        long[] sizes = new long[run.tasks().size()];
        long held = 0;
        for (TaskChanged change : run.trace().changes()) {
            long at = change.nanos() - run.originNanos();
            if (at > until)
                break;
            if (change.state() == TaskState.DONE) {
                sizes[change.task()] = change.bytes();
                held += change.bytes();
            } else if (change.state() == TaskState.RELEASED) {
                held -= sizes[change.task()];
            } else {
                continue;
            }
            curve.add(at, held);
        }
        return curve;
    }

    private void add(long time, long held) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        times[size] = Math.max(0, time);
        bytes[size++] = held;
        most = Math.max(most, held);
    }

    int size() {
        return size;
    }

    long time(int i) {
        return times[i];
    }

    long bytes(int i) {
        return bytes[i];
    }

    long most() {
        return most;
    }
}
