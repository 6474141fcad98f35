package org.stridescope.app;

import org.stridescope.lab.graph.ChunkedPresets;
import org.stridescope.lab.graph.GraphPresets;

/** The graphs that this program has. */
final class GraphParts {
    private GraphParts() {}

    static GraphPresets presets() {
        return new GraphPresets(ChunkedPresets.all());
    }
}
