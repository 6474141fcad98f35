package org.stridescope.lab.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The settings of a preset, checked as they are read.
 *
 * @param portable whether the tasks have to run in other processes
 */
public final class PresetSettings {
    private final Map<String, String> values = new HashMap<>();
    private final boolean portable;

    private PresetSettings(boolean portable) {
        this.portable = portable;
    }

    /** The preset's standard, but for what {@code name=value} texts say; {@link GraphLabError} where one is none of its. */
    public static PresetSettings of(GraphPreset preset, List<String> assignments, boolean portable) {
        PresetSettings settings = new PresetSettings(portable);
        for (GraphPreset.Setting setting : preset.settings())
            settings.values.put(setting.name(), setting.standard());
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            String name = equals < 0 ? assignment : assignment.substring(0, equals).strip();
            if (equals < 0)
                throw new GraphLabError("--set " + assignment + ": write it as name=value");
            if (!settings.values.containsKey(name)) {
                throw new GraphLabError("--set " + assignment + ": " + preset.name() + " has no setting \"" + name
                        + "\"; it has " + preset.settings().stream().map(GraphPreset.Setting::name)
                                .collect(Collectors.joining(", ")));
            }
            settings.values.put(name, assignment.substring(equals + 1).strip());
        }
        return settings;
    }

    public boolean isPortable() {
        return portable;
    }

    public Map<String, String> values() {
        return Map.copyOf(values);
    }

    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** A whole number from {@code least} to {@code most}. */
    public int count(String name, int least, int most) {
        try {
            int value = Integer.parseInt(text(name).replace("_", ""));
            if (value >= least && value <= most)
                return value;
        } catch (NumberFormatException e) {
            // said below, as a number out of range is
        }
        throw new GraphLabError(
                "--set " + name + "=" + text(name) + ": it must be a whole number from " + least + " to " + most);
    }

    /** Seconds, 0 to an hour. */
    public double seconds(String name) {
        try {
            double value = Double.parseDouble(text(name));
            if (value >= 0 && value <= 3600)
                return value;
        } catch (NumberFormatException e) {
            // said below
        }
        throw new GraphLabError("--set " + name + "=" + text(name) + ": it must be seconds, 0 to 3600");
    }

    /** One of several words. */
    public String choice(String name, List<String> choices) {
        if (!choices.contains(text(name)))
            throw new GraphLabError(
                    "--set " + name + "=" + text(name) + ": choose among " + String.join(", ", choices));
        return text(name);
    }
}
