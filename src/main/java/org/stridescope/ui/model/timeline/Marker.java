package org.stridescope.ui.model.timeline;

/** A place on the clock that somebody wants to find again. */
public record Marker(long nanos, String name) {}
