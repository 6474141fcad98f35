package org.stridescope.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.Metric;
import org.stridescope.lab.DistanceExperiment;

/** A distance race from words: settings by name, with a default for each. */
final class RaceArguments {
    /** In the order in which help shows them. */
    static final List<String> NAMES = List.of("metric", "n", "m", "k", "variants", "threads", "seed", "points");

    private static final long POINTS = 2000;
    private static final long FEATURES = 50;

    private final Map<String, String> settings;

    RaceArguments(Map<String, String> settings) {
        this.settings = settings;
        for (String name : settings.keySet()) {
            if (NAMES.contains(name))
                continue;
            String near = Suggestion.nearest(name, NAMES);
            throw new CallError("distance has no setting '" + name + "'" + (near == null ? "" : " (did you mean " + near
                    + "?)") + "; its settings are " + String.join(", ", NAMES));
        }
    }

    DistanceExperiment experiment() {
        Metric metric = KernelChoice.metric(settings.getOrDefault("metric", Metric.CITYBLOCK.label()));
        String points = settings.get("points");
        boolean drawn = points == null;
        long n = whole("n", drawn ? POINTS : 0);
        return new DistanceExperiment(metric, n, whole("m", n), whole("k", drawn ? FEATURES : 0), whole("seed", 1),
                drawn ? null : Path.of(points), variants(metric),
                Math.toIntExact(Math.clamp(whole("threads", Runtime.getRuntime().availableProcessors()), 0, 1 << 20)));
    }

    private long whole(String name, long otherwise) {
        String text = settings.get(name);
        if (text == null)
            return otherwise;
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new CallError(name + " is '" + text + "': it must be a whole number", e);
        }
    }

    /** Those named, else all that run here and have the metric. */
    private List<String> variants(Metric metric) {
        String named = settings.get("variants");
        if (named != null)
            return names(named);
        return KernelChoice.all().stream().filter(kernel -> kernel.availability().isAvailable())
                .filter(kernel -> kernel.metrics().contains(metric)).map(DistanceKernel::name).toList();
    }

    /** Names between commas. */
    static List<String> names(String list) {
        List<String> names = new ArrayList<>();
        for (String name : list.split(",", -1))
            names.add(KernelChoice.named(name.strip()).name());
        return names;
    }
}
