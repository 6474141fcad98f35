package org.stridescope.script;

import java.util.ArrayList;
import java.util.List;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.chunked.BlockFunctions;

/**
 * A script's function over blocks.
 *
 * @param arguments what it is called with; {@link Block} where a block goes
 */
record MapBlocks(Interpreter in, Object function, List<Object> arguments) implements BlockFunctions.Function {
    /** The place of a chunked array among the arguments. */
    enum Block {
        HERE
    }

    @Override
    public NDArray apply(List<NDArray> blocks, ArrayMemory memory) {
        List<Object> given = new ArrayList<>();
        int next = 0;
        for (Object argument : arguments)
            given.add(argument == Block.HERE ? blocks.get(next++) : argument);
        return DaskTasks.array(in, function, given, memory);
    }
}
