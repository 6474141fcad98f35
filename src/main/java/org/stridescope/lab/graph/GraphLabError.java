package org.stridescope.lab.graph;

/** A graph that cannot be made or run as asked: one sentence that says what, where, and what would be right. */
public final class GraphLabError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GraphLabError(String message) {
        super(message);
    }
}
