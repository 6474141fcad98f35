package org.stridescope.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A delayed call. An argument that is a {@link Key}, also inside lists, stands for that task's result; any other argument is
 * itself.
 */
public record Task(Key key, Operation operation, List<@Nullable Object> arguments) {
    public static Task of(Key key, Operation operation, @Nullable Object... arguments) {
        return new Task(key, operation, Collections.unmodifiableList(Arrays.asList(arguments.clone())));
    }

    /** Hands over every key among the arguments, as often as it occurs. */
    void eachReference(Consumer<Key> action) {
        eachReference(arguments, action);
    }

    private static void eachReference(List<?> arguments, Consumer<Key> action) {
        for (int i = 0; i < arguments.size(); i++) {
            Object argument = arguments.get(i);
            if (argument instanceof Key key)
                action.accept(key);
            else if (argument instanceof List<?> list)
                eachReference(list, action);
        }
    }

    /** The arguments with the results of other tasks in place of their keys. */
    public List<@Nullable Object> resolve(Function<Key, @Nullable Object> results) {
        return resolve(arguments, results);
    }

    private static List<@Nullable Object> resolve(List<?> arguments, Function<Key, @Nullable Object> results) {
        List<@Nullable Object> values = new ArrayList<>(arguments.size());
        for (int i = 0; i < arguments.size(); i++) {
            Object argument = arguments.get(i);
            if (argument instanceof Key key)
                values.add(results.apply(key));
            else if (argument instanceof List<?> list)
                values.add(hasReference(list) ? resolve(list, results) : list);
            else
                values.add(argument);
        }
        return values;
    }

    private static boolean hasReference(List<?> arguments) {
        for (Object argument : arguments) {
            if (argument instanceof Key || argument instanceof List<?> list && hasReference(list))
                return true;
        }
        return false;
    }

    /** The call as a person would write it: {@code add(square-1, square-2)}; long argument lists are cut. */
    @Override
    public String toString() {
        return operation.name() + ArgumentText.of(arguments);
    }
}
