package org.stridescope.app;

import java.util.List;

import org.stridescope.lab.graph.GraphPresets;

/** The graphs that this program has. */
final class GraphParts {
    private GraphParts() {}

    static GraphPresets presets() {
        return new GraphPresets(List.of());
    }
}
