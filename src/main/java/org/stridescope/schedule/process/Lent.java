package org.stridescope.schedule.process;

import org.jspecify.annotations.Nullable;

/** A task's result in memory that is given back as soon as the result has been copied to where others see it. */
public interface Lent extends AutoCloseable {
    @Nullable
    Object value();

    @Override
    void close();
}
