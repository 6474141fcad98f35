package org.stridescope.ui.model.timeline;

/** A worker of a task graph that is no thread of the program. */
public record WorkerLane(String name, SpanTrack tasks) {}
