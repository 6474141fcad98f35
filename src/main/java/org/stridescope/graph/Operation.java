package org.stridescope.graph;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a task does with the values of its arguments. It may be called from any thread, by several at once, and again for the
 * same task if a worker is lost: it must not depend on anything but its arguments, nor change them.
 */
public interface Operation {
    /** What a person calls it, and, where it is {@link #isPortable}, by what another process finds it. */
    String name();

    /**
     * The result for these arguments, in which keys have been replaced by results.
     *
     * @throws Exception whatever goes wrong; the scheduler names the task and its arguments
     */
    @Nullable
    Object apply(List<@Nullable Object> arguments) throws Exception;

    /** Whether a worker process can find it by its name, so that a task made of it can run there. */
    default boolean isPortable() {
        return false;
    }

    /** What an operation does, as a lambda. */
    @FunctionalInterface
    interface Body {
        @Nullable
        Object apply(List<@Nullable Object> arguments) throws Exception;
    }

    /** An operation that lives in this process only. */
    static Operation of(String name, Body body) {
        return new LocalOperation(name, body);
    }
}
