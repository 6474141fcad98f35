package org.stridescope.lab.graph;

import java.util.List;

/**
 * A graph by name.
 *
 * @param summary what it computes, in a few words
 * @param settings what can be set, with what holds where it is not
 */
public record GraphPreset(String name, String summary, List<Setting> settings, Builder builder) {
    public GraphPreset {
        settings = List.copyOf(settings);
    }

    /** {@code course}: what the course takes, where our standard is smaller. */
    public record Setting(String name, String summary, String standard, String course) {
        public Setting(String name, String summary, String standard) {
            this(name, summary, standard, "");
        }
    }

    /** Builds the graph; nothing runs. */
    @FunctionalInterface
    public interface Builder {
        GraphPlan build(PresetSettings settings);
    }

    public GraphPlan build(PresetSettings given) {
        return builder.build(given);
    }
}
