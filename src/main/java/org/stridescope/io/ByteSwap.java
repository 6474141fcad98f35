package org.stridescope.io;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.stridescope.array.DType;

/** Items in the other byte order turned round in place. */
public final class ByteSwap {
    private ByteSwap() {}

    /** The first {@code count} bytes. */
    public static void swap(MemorySegment bytes, long count, DType dtype) {
        switch (dtype) {
            case BOOL, INT8, UINT8 -> {}
            case INT16, UINT16, FLOAT16 -> {
                var item = ValueLayout.JAVA_SHORT_UNALIGNED;
                for (long at = 0; at < count; at += 2)
                    bytes.set(item, at, Short.reverseBytes(bytes.get(item, at)));
            }
            case INT32, UINT32, FLOAT32, COMPLEX64 -> {
                var item = ValueLayout.JAVA_INT_UNALIGNED;
                for (long at = 0; at < count; at += 4)
                    bytes.set(item, at, Integer.reverseBytes(bytes.get(item, at)));
            }
            case INT64, UINT64, FLOAT64, COMPLEX128 -> {
                var item = ValueLayout.JAVA_LONG_UNALIGNED;
                for (long at = 0; at < count; at += 8)
                    bytes.set(item, at, Long.reverseBytes(bytes.get(item, at)));
            }
        }
    }
}
