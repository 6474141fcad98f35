package org.stridescope.probe.flight;

import org.jspecify.annotations.Nullable;

import org.stridescope.trace.StackFrame;

/** Whose code an address of a process is, and where. */
public interface Addresses {
    Addresses NONE = address -> null;

    /** A frame with its owner, file and line, the function empty; null where the address is no library's. */
    @Nullable
    StackFrame at(long address);
}
