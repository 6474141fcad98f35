package org.stridescope.schedule.process;

import java.util.List;

import org.stridescope.schedule.Sized;

/**
 * A value of any serializable kind on its way: its bytes, and the arrays in it, which lie in shared files. Whoever passes it on
 * need not open it.
 */
record Parcel(byte[] content, List<SharedArray> arrays) implements Sized {
    /** Of the arrays, and of what goes through the pipe. */
    @Override
    public long bytes() {
        return content.length + arrays.stream().mapToLong(SharedArray::bytes).sum();
    }
}
