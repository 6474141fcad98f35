package org.stridescope.schedule;

import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.graph.Operation;

/**
 * An operation that makes its result where it is told to: in another process that is the file which others see, so that the
 * result need not be copied there.
 */
public interface PlacedOperation extends Operation {
    /** @param results where the result goes; asked for only by who makes an array */
    @Nullable
    Object apply(List<@Nullable Object> arguments, Supplier<ArrayMemory> results) throws Exception;

    @Override
    default @Nullable Object apply(List<@Nullable Object> arguments) throws Exception {
        return apply(arguments, ArrayMemory::collected);
    }

    /**
     * Whether it writes into this argument, an array, for others to see: each such task another part, and the same again where
     * it is run again. All other arguments are only read.
     */
    default boolean writesTo(int argument) {
        return false;
    }
}
