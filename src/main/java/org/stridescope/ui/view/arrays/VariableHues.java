package org.stridescope.ui.view.arrays;

import java.util.List;

import org.stridescope.explain.layout.Variable;

/** The hue a variable keeps in cards, cells and captions: blue, green, amber, pink, violet, by order of assignment. */
final class VariableHues {
    private static final int[] ORDER = {0, 2, 1, 3, 5};

    private VariableHues() {}

    static int of(List<Variable> variables, Variable variable) {
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).name().equals(variable.name()))
                return ORDER[i % ORDER.length];
        }
        return ORDER[0];
    }
}
