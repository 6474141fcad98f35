package org.stridescope.lab;

import java.util.LinkedHashMap;
import java.util.Map;

/** The settings of a race as its recording keeps them: those of the experiment, and how it was measured. */
final class RaceSettings {
    private RaceSettings() {}

    static Map<String, String> of(DistanceExperiment experiment, Preflight sizes) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("metric", experiment.metric().label());
        settings.put("n", Long.toString(sizes.n()));
        settings.put("m", Long.toString(sizes.m()));
        settings.put("k", Long.toString(sizes.k()));
        settings.put("variants", String.join(",", experiment.variants()));
        settings.put("threads", Integer.toString(experiment.threads()));
        if (experiment.points() == null)
            settings.put("seed", Long.toString(experiment.seed()));
        else
            settings.put("points", experiment.points().toString());
        settings.put("warm-up", WarmUp.sentence());
        stamp(settings);
        return settings;
    }

    /** Where and by what it was recorded. */
    static void stamp(Map<String, String> settings) {
        settings.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        settings.put("machine", System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch"));
        settings.put("java", System.getProperty("java.runtime.version", ""));
        String version = RaceSettings.class.getPackage().getImplementationVersion();
        settings.put("stridescope", version == null ? "from source" : version);
    }
}
