package org.stridescope.chunked;

import java.io.Serializable;
import java.util.List;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;

/** {@code map_blocks}: any function from one block to one of the same shape. */
public final class BlockFunctions {
    private BlockFunctions() {}

    /** A block from blocks of the same place. */
    @FunctionalInterface
    public interface Function extends Serializable {
        NDArray apply(List<NDArray> blocks, ArrayMemory memory);
    }

    /** The function over the blocks of these arrays, which are cut alike first; it must keep a block's shape. */
    public static ChunkedArray map(String kind, DType dtype, Function function, List<ChunkedArray> arrays) {
        BlockArithmetic.Operand[] operands = arrays.stream().map(BlockArithmetic.Operand.Blocks::new)
                .toArray(BlockArithmetic.Operand[]::new);
        return BlockArithmetic.blockwise(kind, dtype, operands, (out, blocks, memory) -> {
            NDArray result = function.apply(List.of(blocks), memory);
            if (out == null)
                return result;
            org.stridescope.array.Items.assign(result, out, memory);
            return out;
        });
    }
}
