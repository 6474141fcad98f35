package org.stridescope.trace;

/** Takes events as they are read. What comes by the million comes without an object for each. */
interface EventSink {
    void threadSample(long nanos, int thread, long cpuNanos);

    void stackSample(long nanos, int thread, int stack, SampleKind kind, long weight);

    void counter(long nanos, String name, long value);

    /** Any other event. */
    void event(TraceEvent event);
}
