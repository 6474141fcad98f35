package org.stridescope.ui.model.timeline;

import org.stridescope.trace.ThreadTrace;

/**
 * One thread ready to be drawn.
 *
 * @param label short and unique in the recording
 * @param busy share of one processor over the whole recording
 * @param tasks tiles and tasks that it did; empty where none are known
 */
public record ThreadLane(ThreadTrace thread, String label, String pool, ThreadKind kind, double busy,
        StepsPyramid utilisation, SpanTrack tasks) {}
