package org.stridescope.graph;

/** A task graph that can't be built or used as asked; the message is for the person who asked. */
public final class GraphError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GraphError(String message) {
        super(message);
    }
}
