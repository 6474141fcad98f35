package org.stridescope.chunked;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.Layout;
import org.stridescope.array.NDArray;
import org.stridescope.graph.MobileOperation;

/**
 * Block operations run one within the other. What an inner one yields is let go when the outer one is done with it; terms of
 * a sum and partial results of a reduction are made one at a time.
 */
final class BlockTree implements MobileOperation {
    private static final int MOST_NAMES = 4;

    private final Node root;
    private final BlockMemory memory;
    private final String name;

    /** A call whose arguments are nodes, slots, values, and lists of them. */
    record Node(BlockOperation operation, List<@Nullable Object> arguments) implements Serializable {}

    /** The task's argument of this number. */
    record Slot(int number) implements Serializable {}

    BlockTree(Node root, BlockMemory memory) {
        this.root = root;
        this.memory = memory;
        Set<String> names = new LinkedHashSet<>();
        collect(root, names);
        name = names.size() <= MOST_NAMES
                ? String.join(" → ", names)
                : String.join(" → ", new ArrayList<>(names).subList(0, MOST_NAMES - 1)) + " → … → "
                        + root.operation.name();
    }

    private static void collect(Object argument, Set<String> names) {
        if (argument instanceof List<?> list) {
            for (Object item : list)
                collect(item, names);
        } else if (argument instanceof Node node) {
            collect(node.arguments, names);
            names.add(node.operation.name());
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable Object apply(List<@Nullable Object> arguments) {
        return evaluate(root, arguments, null);
    }

    /** The node's value, counted once as kept; written to {@code out} where that is not null. */
    private Object evaluate(Node node, List<@Nullable Object> slots, @Nullable NDArray out) {
        if (node.operation instanceof BlockStore store)
            return store(store, node, slots);
        Object streamed = streamed(node, slots, out);
        if (streamed != null)
            return streamed;
        List<@Nullable Object> inner = new ArrayList<>();
        try {
            List<@Nullable Object> values = values(node.arguments, slots, inner);
            if (out != null) {
                node.operation.runInto(out, values, memory.memory());
                memory.keep(out);
                return out;
            }
            Object result = node.operation.run(values, memory.memory());
            memory.keep(result);
            return result;
        } finally {
            inner.forEach(memory::release);
        }
    }

    private List<@Nullable Object> values(List<@Nullable Object> arguments, List<@Nullable Object> slots,
            List<@Nullable Object> inner) {
        List<@Nullable Object> values = new ArrayList<>(arguments.size());
        for (Object argument : arguments) {
            if (argument instanceof Node node) {
                Object value = evaluate(node, slots, null);
                inner.add(value);
                values.add(value);
            } else if (argument instanceof Slot slot) {
                values.add(slots.get(slot.number));
            } else if (argument instanceof List<?> list) {
                values.add(values(new ArrayList<>(list), slots, inner));
            } else {
                values.add(argument);
            }
        }
        return values;
    }

    /** The block goes straight to its place in the result. */
    private Object store(BlockStore store, Node node, List<@Nullable Object> slots) {
        Object argument = node.arguments.getFirst();
        if (argument instanceof Node block) {
            memory.release(evaluate(block, slots, store.place()));
        } else {
            store.run(values(node.arguments, slots, new ArrayList<>()), memory.memory());
        }
        return BlockStore.DONE;
    }

    private @Nullable Object streamed(Node node, List<@Nullable Object> slots, @Nullable NDArray out) {
        if (node.arguments.isEmpty() || !(node.arguments.getFirst() instanceof List<?> terms) || terms.size() < 2)
            return null;
        if (node.operation instanceof BlockReduction.FoldOperation fold)
            return folded(fold, terms, slots, out);
        if (node.operation instanceof Accumulating && terms.stream()
                .allMatch(term -> term instanceof Node inner && inner.operation instanceof Accumulating.Term))
            return accumulated(terms, slots, out);
        return null;
    }

    private Object folded(BlockReduction.FoldOperation operation, List<?> terms, List<@Nullable Object> slots,
            @Nullable NDArray out) {
        Fold fold = operation.fold;
        Object mine = null;
        for (Object term : terms) {
            List<@Nullable Object> inner = new ArrayList<>();
            List<@Nullable Object> one = new ArrayList<>();
            one.add(term);
            Object value = java.util.Objects.requireNonNull(values(one, slots, inner).getFirst());
            Object joined = mine == null
                    ? fold.own(value, memory.memory())
                    : fold.join(mine, value, memory.memory());
            if (joined != mine) {
                memory.keep(joined);
                memory.release(mine);
            }
            mine = joined;
            inner.forEach(memory::release);
        }
        Object all = java.util.Objects.requireNonNull(mine);
        if (!operation.last)
            return all;
        NDArray answer = fold.finish(all, memory.memory());
        memory.keep(answer);
        memory.release(all);
        if (out == null)
            return answer;
        org.stridescope.array.Items.assign(answer, out, memory.memory());
        memory.release(answer);
        memory.keep(out);
        return out;
    }

    private Object accumulated(List<?> terms, List<@Nullable Object> slots, @Nullable NDArray out) {
        NDArray sum = out;
        for (Object term : terms) {
            Node inner = (Node) java.util.Objects.requireNonNull(term);
            List<@Nullable Object> temporary = new ArrayList<>();
            List<@Nullable Object> values = values(inner.arguments, slots, temporary);
            if (inner.operation instanceof BlockProduct.Product product) {
                if (sum == null)
                    sum = product.blank(values, memory.memory());
                product.addTo(sum, values, term != terms.getFirst(), memory.memory());
            }
            temporary.forEach(memory::release);
        }
        memory.keep(sum);
        return java.util.Objects.requireNonNull(sum);
    }

    static void clear(NDArray sum) {
        NDArray zero = NDArray.over(java.lang.foreign.MemorySegment.ofArray(new byte[sum.itemsize()]), sum.dtype(),
                Layout.of(new long[0], new long[0], 0));
        org.stridescope.array.Items.copy(zero.view(zero.layout().broadcastTo(sum.shape())), sum);
    }

    @Override
    public String toString() {
        return name;
    }
}
