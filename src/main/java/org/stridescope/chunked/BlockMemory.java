package org.stridescope.chunked;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;

/**
 * Memory of one run: buffers are counted by the results that show them, and are used again when the last one is gone. So a
 * block and views of it live as long as any of them is needed, and pages that were touched once stay touched.
 */
final class BlockMemory implements AutoCloseable, Serializable {
    private final ArrayMemory memory;
    private final Map<Long, Integer> uses = new HashMap<>();

    BlockMemory(ArrayMemory memory) {
        this.memory = memory;
    }

    ArrayMemory memory() {
        return memory;
    }

    /** A result came to be, or one more place holds it. */
    synchronized void keep(@Nullable Object value) {
        each(value, array -> uses.merge(array.buffer().address(), 1, Integer::sum));
    }

    /** A place let go of a result. */
    synchronized void release(@Nullable Object value) {
        each(value, array -> {
            Integer left = uses.computeIfPresent(array.buffer().address(), (at, count) -> count - 1);
            if (left != null && left == 0) {
                uses.remove(array.buffer().address());
                memory.release(array.buffer());
            }
        });
    }

    private static void each(@Nullable Object value, java.util.function.Consumer<NDArray> action) {
        if (value instanceof NDArray array && array.buffer().isNative()) {
            action.accept(array);
        } else if (value instanceof MomentFold.Moments moments) {
            action.accept(moments.mean());
            action.accept(moments.squares());
        }
    }

    /** Another process has memory of its own, and its collector frees it. */
    private Object writeReplace() {
        return new Elsewhere();
    }

    private record Elsewhere() implements Serializable {
        private Object readResolve() {
            return new BlockMemory(ArrayMemory.collected());
        }
    }

    @Override
    public void close() {
        memory.close();
    }
}
