package org.stridescope.ui.model.timeline;

import java.util.List;

import org.stridescope.trace.Activity;
import org.stridescope.trace.TraceEvent.ThreadState;

/** 1 while a thread is in one of two states, else 0; each state holds until the next, the last one until {@code end}. */
record StateSteps(List<ThreadState> states, Activity activity, long end) implements Steps {
    @Override
    public int count() {
        return states.size();
    }

    @Override
    public long edge(int i) {
        return i < states.size() ? states.get(i).nanos() : Math.max(end, states.getLast().nanos());
    }

    @Override
    public double level(int i) {
        return states.get(i).activity() == activity ? 1 : 0;
    }
}
