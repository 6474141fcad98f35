package org.stridescope.graph;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Several tasks, each of which needs the one before and nothing else, run one after the other. Its arguments are those of the
 * first.
 */
public record FusedOperation(List<Task> chain) implements Operation {
    @Override
    public String name() {
        return chain.stream().map(task -> task.operation().name()).collect(Collectors.joining(" → "));
    }

    @Override
    public @Nullable Object apply(List<@Nullable Object> arguments) throws Exception {
        Object result = chain.getFirst().operation().apply(arguments);
        for (Task task : chain.subList(1, chain.size())) {
            Object before = result;
            result = task.operation().apply(task.resolve(key -> before));
        }
        return result;
    }

    @Override
    public boolean isPortable() {
        return chain.stream().allMatch(task -> task.operation().isPortable());
    }

    @Override
    public String toString() {
        return name();
    }
}
