package org.stridescope.graph;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** An operation given as a lambda: no other process can know it. */
record LocalOperation(String name, Body body) implements Operation {
    @Override
    public @Nullable Object apply(List<@Nullable Object> arguments) throws Exception {
        return body.apply(arguments);
    }

    @Override
    public String toString() {
        return name;
    }
}
