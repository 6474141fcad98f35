package org.stridescope.ui.view;

import java.util.List;
import java.util.Locale;

import org.stridescope.kernel.Metric;
import org.stridescope.lab.LabError.Field;
import org.stridescope.ui.model.DistanceSettings;
import org.stridescope.ui.model.SettingsStore;

/** The problem of the last session, and the example. */
final class RememberedProblem {
    private static final List<Field> FIGURES = List.of(Field.N, Field.M, Field.K, Field.SEED, Field.THREADS);

    private RememberedProblem() {}

    static void restore(DistanceSettings settings, SettingsStore kept) {
        for (Field field : FIGURES)
            kept.get(key(field)).ifPresent(settings.figure(field)::set);
        kept.get("distance.metric").ifPresent(name -> {
            for (Metric known : Metric.values())
                if (known.label().equals(name))
                    settings.metric().set(known);
        });
    }

    static void keep(DistanceSettings settings, SettingsStore kept) {
        if (settings.points().get() == null)
            for (Field field : FIGURES)
                kept.put(key(field), settings.figure(field).get());
        kept.put("distance.metric", settings.metric().get().label());
    }

    static void example(DistanceSettings settings) {
        settings.metric().set(Metric.CITYBLOCK);
        settings.figure(Field.N).set("2000");
        settings.figure(Field.M).set("2000");
        settings.figure(Field.K).set("50");
        settings.figure(Field.SEED).set("1");
        settings.figure(Field.THREADS).set(Integer.toString(Runtime.getRuntime().availableProcessors()));
        settings.variants().forEach(kernel -> settings.ticked(kernel).set(kernel.availability().isAvailable()));
    }

    private static String key(Field field) {
        return "distance." + field.name().toLowerCase(Locale.ROOT);
    }
}
