package org.stridescope.schedule.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.stridescope.graph.FusedOperation;
import org.stridescope.graph.Key;
import org.stridescope.graph.MobileOperation;
import org.stridescope.graph.Operation;
import org.stridescope.graph.Task;
import org.stridescope.schedule.PlacedOperation;

/** A task as it travels: its operations (several where chains were fused), each by name or as a parcel, and their arguments. */
record TaskMessage(List<Step> steps) {
    /**
     * @param operation a name, or a {@link Parcel}
     * @param arguments values, arrays as {@link SharedArray}
     */
    record Step(Object operation, List<@Nullable Object> arguments) {}

    /** @param arguments as they are shared already */
    static void write(Operation operation, List<@Nullable Object> arguments, Arguments sharing, DataOutputStream out)
            throws IOException {
        if (operation instanceof FusedOperation fused) {
            out.writeInt(fused.chain().size());
            for (int i = 0; i < fused.chain().size(); i++) {
                Task step = fused.chain().get(i);
                step(step.operation(), i == 0 ? arguments : sharing.share(step.arguments()), sharing, out);
            }
        } else {
            out.writeInt(1);
            step(operation, arguments, sharing, out);
        }
    }

    private static void step(Operation operation, List<@Nullable Object> arguments, Arguments sharing,
            DataOutputStream out) throws IOException {
        Wire.write(operation instanceof MobileOperation mobile ? sharing.pack(mobile) : operation.name(), out);
        Wire.write(arguments, out);
    }

    @SuppressWarnings("unchecked") // arguments are written as a list
    static TaskMessage read(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Object operation = Wire.read(in);
            var arguments = (List<@Nullable Object>) Wire.read(in);
            if (operation == null || arguments == null)
                throw new IOException("a task without an operation");
            steps.add(new Step(operation, arguments));
        }
        return new TaskMessage(steps);
    }

    /** Ready to run: operations found, arguments mapped. */
    @FunctionalInterface
    interface Prepared {
        @Nullable
        Object run() throws Exception;
    }

    /** Finds the operations and maps the arguments, which must stay mapped until the result is copied. */
    Prepared prepare(OperationCatalog catalog, Mappings mappings, Placements results) {
        Step first = steps.getFirst();
        Operation operation = operation(first, catalog, mappings);
        if (steps.size() == 1) {
            if (!(operation instanceof PlacedOperation placed)) {
                List<@Nullable Object> arguments = mappings.open(first.arguments());
                return () -> operation.apply(arguments);
            }
            List<@Nullable Object> arguments = mappings.open(first.arguments(), placed::writesTo);
            return () -> placed.apply(arguments, results::memory);
        }
        List<Task> chain = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Operation step = i == 0 ? operation : operation(steps.get(i), catalog, mappings);
            chain.add(new Task(Key.of(step.name(), i), step, mappings.open(steps.get(i).arguments())));
        }
        FusedOperation fused = new FusedOperation(List.copyOf(chain));
        return () -> fused.apply(chain.getFirst().arguments());
    }

    private static Operation operation(Step step, OperationCatalog catalog, Mappings mappings) {
        if (step.operation() instanceof Parcel parcel && mappings.open(parcel) instanceof Operation sent)
            return sent;
        Operation found = catalog.find(String.valueOf(step.operation()));
        if (found == null)
            throw new IllegalStateException("worker processes do not know the operation " + step.operation());
        return found;
    }
}
