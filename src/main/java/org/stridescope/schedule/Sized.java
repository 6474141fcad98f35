package org.stridescope.schedule;

/** A result that knows how much memory it holds. */
public interface Sized {
    long bytes();
}
