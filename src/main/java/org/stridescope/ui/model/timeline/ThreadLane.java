package org.stridescope.ui.model.timeline;

import org.stridescope.trace.ThreadTrace;

/**
 * One thread ready to be drawn. The four signals are shares of its time.
 *
 * @param label short and unique in the recording
 * @param busy share of one processor over the whole recording
 * @param runnable it could run and had no processor
 * @param disk it waited for a device
 * @param locked it waited for a lock that another held
 * @param tasks tiles and tasks that it did; empty where none are known
 */
public record ThreadLane(ThreadTrace thread, String label, String pool, ThreadKind kind, double busy,
        StepsPyramid utilisation, Signal runnable, Signal disk, SpanTrack locked, SpanTrack tasks) {}
