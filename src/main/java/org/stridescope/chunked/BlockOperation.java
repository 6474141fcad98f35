package org.stridescope.chunked;

import java.io.Serializable;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.Items;
import org.stridescope.array.NDArray;
import org.stridescope.graph.MobileOperation;

/**
 * What a task does with blocks. It takes its memory from whoever runs it, so that blocks are given back and used again, and
 * writes its result where it is told to if it can, so that nothing is copied at the end.
 */
public abstract class BlockOperation implements MobileOperation {
    private final String name;

    BlockOperation(String name) {
        this.name = name;
    }

    /** The result, new in {@code memory} or a view of an argument. */
    abstract Object run(List<@Nullable Object> arguments, ArrayMemory memory);

    /** The result written to {@code out}, which has its shape and dtype. */
    void runInto(NDArray out, List<@Nullable Object> arguments, ArrayMemory memory) {
        Items.assign((NDArray) run(arguments, memory), out, memory);
    }

    /** Whether many tasks of this kind may each swallow those that only they need; a chain is swallowed anyway. */
    boolean swallows() {
        return false;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable Object apply(List<@Nullable Object> arguments) {
        return run(arguments, ArrayMemory.collected());
    }

    @Override
    public String toString() {
        return name;
    }

    /** A block from values. */
    @FunctionalInterface
    interface Body extends Serializable {
        Object run(List<@Nullable Object> arguments, ArrayMemory memory);
    }

    /** A block written in place. */
    @FunctionalInterface
    interface Into extends Serializable {
        void run(NDArray out, List<@Nullable Object> arguments, ArrayMemory memory);
    }

    /** A result of its own or a view of an argument. */
    static BlockOperation of(String name, Body body) {
        return new BlockOperation(name) {
            @Override
            Object run(List<@Nullable Object> arguments, ArrayMemory memory) {
                return body.run(arguments, memory);
            }
        };
    }

    /** A result of this dtype and shape, written where it belongs. */
    static BlockOperation into(String name, org.stridescope.array.DType dtype, long[] shape, Into body) {
        return new BlockOperation(name) {
            @Override
            Object run(List<@Nullable Object> arguments, ArrayMemory memory) {
                NDArray out = NDArray.unfilled(memory, dtype,
                        org.stridescope.array.Layout.cOrder(dtype.itemsize(), shape));
                body.run(out, arguments, memory);
                return out;
            }

            @Override
            void runInto(NDArray out, List<@Nullable Object> arguments, ArrayMemory memory) {
                if (out.dtype() == dtype)
                    body.run(out, arguments, memory);
                else
                    super.runInto(out, arguments, memory);
            }

            @Override
            boolean swallows() {
                return true;
            }
        };
    }

    static NDArray array(List<@Nullable Object> arguments, int i) {
        if (arguments.get(i) instanceof NDArray array)
            return array;
        throw new IllegalStateException("a block was expected, not " + arguments.get(i));
    }
}
