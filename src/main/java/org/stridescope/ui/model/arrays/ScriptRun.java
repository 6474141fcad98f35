package org.stridescope.ui.model.arrays;

import java.util.List;
import java.util.Optional;

import org.stridescope.explain.layout.Variable;
import org.stridescope.script.LineWrite;

/**
 * A script that ran, to its end or to its fault.
 *
 * @param variables arrays under their names, in the order they were first assigned
 * @param scalars other values under their names, as Python prints them
 * @param costs one a line that was reached
 * @param writes what its lines wrote into arrays that were there before
 * @param printed what it printed
 */
public record ScriptRun(String source, List<Variable> variables, List<Named> scalars, List<LineCost> costs,
        List<LineWrite> writes, String printed, Optional<ScriptFault> fault) {
    /** Nothing has run. */
    public static final ScriptRun NONE = new ScriptRun("", List.of(), List.of(), List.of(), List.of(), "",
            Optional.empty());

    /** A value that is no array. */
    public record Named(String name, String value) {}

    public ScriptRun {
        variables = List.copyOf(variables);
        scalars = List.copyOf(scalars);
        costs = List.copyOf(costs);
        writes = List.copyOf(writes);
    }

    public Optional<Variable> variable(String name) {
        return variables.stream().filter(v -> v.name().equals(name)).findFirst();
    }
}
