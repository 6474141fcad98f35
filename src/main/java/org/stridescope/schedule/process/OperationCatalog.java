package org.stridescope.schedule.process;

import org.jspecify.annotations.Nullable;

import org.stridescope.graph.Operation;

/** The operations that a worker process knows, by name: what goes over a pipe is a name and arguments, never code. */
@FunctionalInterface
public interface OperationCatalog {
    /** Null where there is none of this name. */
    @Nullable
    Operation find(String name);
}
