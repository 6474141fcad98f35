package org.stridescope.script;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

import org.stridescope.array.ArrayError;
import org.stridescope.array.ArrayMemory;
import org.stridescope.array.NDArray;
import org.stridescope.schedule.process.Lent;

/**
 * Functions of a script called from other threads, several at once. Every call has frames and memory of its own; what it
 * returns belongs to the script's memory from then on, and the rest is freed. What the script's own frame holds is read by
 * all, and written one at a time.
 */
final class DaskTasks {
    private DaskTasks() {}

    static Object call(Interpreter caller, Object function, List<Object> positions, Map<String, Object> named) {
        try (ArrayMemory own = ArrayMemory.recycled(caller.limits.memoryBytes(), ArrayMemory.PLAIN)) {
            Object value = run(caller, own, function, positions, named);
            Sweep.toValues(own, caller.global(), value);
            own.handOver(caller.memory());
            return value;
        }
    }

    /** The same in a worker process: what it returns and what it printed, until that has been copied. */
    static Lent lent(Interpreter caller, Object function, List<Object> positions, Map<String, Object> named) {
        ArrayMemory own = ArrayMemory.recycled(caller.limits.memoryBytes(), ArrayMemory.PLAIN);
        try {
            Object value = run(caller, own, function, positions, named);
            String printed = caller.printed();
            return new Given(printed.isEmpty() ? value : new Printed(printed, value), own);
        } catch (RuntimeException | Error e) {
            own.close();
            throw e;
        }
    }

    /** A value and what was printed on the way to it. */
    record Printed(String text, Object value) implements Serializable {}

    private record Given(Object value, ArrayMemory memory) implements Lent {
        @Override
        public void close() {
            memory.close();
        }
    }

    /** The same for a function that gives an array, which is copied to {@code memory} where it is new. */
    static NDArray array(Interpreter caller, Object function, List<Object> positions, ArrayMemory memory) {
        try (ArrayMemory own = ArrayMemory.recycled(caller.limits.memoryBytes(), ArrayMemory.PLAIN)) {
            Object value = run(caller, own, function, positions, Map.of());
            NDArray array = value instanceof Scalar scalar ? scalar.array() : Arrays.of(value, own);
            return array.copy(memory);
        }
    }

    private static Object run(Interpreter caller, ArrayMemory own, Object function, List<Object> positions,
            Map<String, Object> named) {
        try {
            return new Interpreter(caller, own).call(function, positions, named);
        } catch (ArrayError e) {
            throw ScriptError.of(e);
        }
    }
}
