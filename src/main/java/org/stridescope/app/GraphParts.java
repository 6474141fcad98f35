package org.stridescope.app;

import org.stridescope.lab.graph.ChunkedPresets;
import org.stridescope.lab.graph.GraphPresets;

/** The graphs that this program has. */
final class GraphParts {
    private GraphParts() {}

    static GraphPresets presets() {
        return new GraphPresets(ChunkedPresets.all());
    }

    /** Those that can be drawn without a file being written. */
    static GraphPresets drawn() {
        return new GraphPresets(
                ChunkedPresets.all().stream().filter(preset -> !preset.name().equals("weather")).toList());
    }
}
