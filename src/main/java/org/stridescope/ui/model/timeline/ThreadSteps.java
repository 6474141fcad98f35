package org.stridescope.ui.model.timeline;

import org.stridescope.trace.ThreadTrace;

/** Share of one processor that a thread used between samples: 0 idle, 1 busy all along. */
record ThreadSteps(ThreadTrace thread) implements Steps {
    @Override
    public int count() {
        return Math.max(0, thread.samples() - 1);
    }

    @Override
    public long edge(int i) {
        return thread.nanosAt(i);
    }

    @Override
    public double level(int i) {
        long time = thread.nanosAt(i + 1) - thread.nanosAt(i);
        long cpu = thread.cpuNanosAt(i + 1) - thread.cpuNanosAt(i);
        return time <= 0 ? 0 : Math.clamp((double) cpu / time, 0, 1);
    }

    @Override
    public void read(int first, int count, long[] edges, float[] levels) {
        long[] cpu = new long[count + 1];
        thread.copy(first, count + 1, edges, cpu);
        for (int i = 0; i < count; i++) {
            long time = edges[i + 1] - edges[i];
            levels[i] = time <= 0 ? 0 : Math.min(1, Math.max(0, (float) (cpu[i + 1] - cpu[i]) / time));
        }
    }
}
