package org.stridescope.chunked;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.stridescope.graph.Key;
import org.stridescope.graph.TaskGraph;
import org.stridescope.graph.TaskGraphBuilder;

/**
 * The tasks of one operation over all blocks, made when a graph is asked for, and the layers whose blocks they need. So an
 * array of a hundred thousand blocks costs nothing until then.
 */
public final class Layer {
    /** Names must differ in one graph, and graphs of all arrays may be joined. */
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final String kind;
    private final String name;
    private final List<Layer> inputs;
    private final Tasks tasks;

    /** Adds a layer's tasks. */
    @FunctionalInterface
    interface Tasks {
        void addTo(TaskGraphBuilder graph, Layer layer);
    }

    Layer(String kind, List<Layer> inputs, Tasks tasks) {
        this.kind = kind;
        this.name = kind + "-" + NUMBERS.incrementAndGet();
        this.inputs = List.copyOf(inputs);
        this.tasks = tasks;
    }

    /** What it does, as dask prints it: {@code random_sample}. */
    public String kind() {
        return kind;
    }

    /** The name that the keys of its tasks share. */
    public String name() {
        return name;
    }

    public List<Layer> inputs() {
        return inputs;
    }

    Key key(int... block) {
        return Key.of(name, block);
    }

    /** Tasks of these layers and all they need. */
    static TaskGraph graph(List<Layer> of) {
        TaskGraphBuilder builder = TaskGraph.builder();
        for (Layer layer : withInputs(of))
            layer.tasks.addTo(builder, layer);
        return builder.build();
    }

    /** These and all that they are made from, each once, inputs first. */
    static List<Layer> withInputs(List<Layer> of) {
        Set<Layer> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Layer> all = new ArrayList<>();
        Deque<Object> open = new ArrayDeque<>();
        of.reversed().forEach(open::push);
        while (!open.isEmpty()) {
            Object next = open.pop();
            if (next instanceof Done done) {
                all.add(done.layer);
            } else if (next instanceof Layer layer && seen.add(layer)) {
                open.push(new Done(layer));
                layer.inputs.forEach(open::push);
            }
        }
        return all;
    }

    /** All inputs of this layer were visited. */
    private record Done(Layer layer) {}

    /** Calls for every index of a grid, the last axis fastest. */
    static void each(int[] counts, Consumer<int[]> action) {
        int[] at = new int[counts.length];
        for (int count : counts)
            if (count == 0)
                return;
        while (true) {
            action.accept(at.clone());
            int axis = counts.length - 1;
            while (axis >= 0 && ++at[axis] == counts[axis])
                at[axis--] = 0;
            if (axis < 0)
                return;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
