package org.stridescope.schedule.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.graph.FusedOperation;
import org.stridescope.graph.Key;
import org.stridescope.graph.Operation;
import org.stridescope.graph.Task;

/** A task as it travels: the names of its operations (several where chains were fused) and their arguments. */
record TaskMessage(Operation operation, List<@Nullable Object> arguments) {

    /** @param arguments values, arrays as {@link SharedArray} */
    static void write(Operation operation, List<@Nullable Object> arguments, ArgumentSharing sharing,
            DataOutputStream out) throws IOException {
        if (operation instanceof FusedOperation fused) {
            out.writeInt(fused.chain().size());
            for (int i = 0; i < fused.chain().size(); i++) {
                Task step = fused.chain().get(i);
                Wire.text(step.operation().name(), out);
                Wire.write(i == 0 ? arguments : sharing.share(step.arguments()), out);
            }
        } else {
            out.writeInt(1);
            Wire.text(operation.name(), out);
            Wire.write(arguments, out);
        }
    }

    /** Arrays among literal arguments put where others can reach them. */
    interface ArgumentSharing {
        List<@Nullable Object> share(List<?> arguments);
    }

    @SuppressWarnings("unchecked") // arguments are written as a list
    static TaskMessage read(DataInputStream in, OperationCatalog catalog) throws IOException {
        int steps = in.readInt();
        List<Task> chain = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            String name = Wire.text(in);
            var arguments = (List<@Nullable Object>) Wire.read(in);
            chain.add(new Task(Key.of(name, i), operation(name, catalog), arguments == null ? List.of() : arguments));
        }
        Operation operation = steps == 1 ? chain.getFirst().operation() : new FusedOperation(List.copyOf(chain));
        return new TaskMessage(operation, chain.getFirst().arguments());
    }

    private static Operation operation(String name, OperationCatalog catalog) {
        Operation found = catalog.find(name);
        return found != null ? found : Operation.of(name, arguments -> {
            throw new IllegalStateException("worker processes do not know the operation " + name);
        });
    }
}
