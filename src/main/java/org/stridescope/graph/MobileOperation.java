package org.stridescope.graph;

import java.io.Serializable;

/**
 * An operation that goes to another process as it is, with all that it holds: by Java's serialization, arrays apart, which
 * are shared. One that is only known by its name there needs no more than {@link Operation#isPortable}.
 */
public interface MobileOperation extends Operation, Serializable {
    @Override
    default boolean isPortable() {
        return true;
    }
}
