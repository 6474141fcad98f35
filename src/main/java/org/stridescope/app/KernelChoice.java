package org.stridescope.app;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.Metric;
import org.stridescope.kernel.Variants;

/** What a caller may name: variants and metrics, with the whole list in the sentence where a name is wrong. */
public final class KernelChoice {
    private KernelChoice() {}

    /** Every variant, in the order they are taught. */
    public static List<DistanceKernel> all() {
        return Variants.all();
    }

    static DistanceKernel named(String name) {
        return all().stream().filter(kernel -> kernel.name().equals(name)).findFirst().orElseThrow(() -> {
            List<String> names = all().stream().map(DistanceKernel::name).toList();
            String near = Suggestion.nearest(name, names);
            return new CallError(
                    "there is no variant '" + name + "'" + (near == null ? "" : " (did you mean " + near + "?)")
                            + "; the variants are " + String.join(", ", names));
        });
    }

    static Metric metric(String name) {
        return Stream.of(Metric.values()).filter(metric -> metric.label().equals(name)).findFirst()
                .orElseThrow(
                        () -> new CallError("there is no metric '" + name + "'; the metrics are " + metricNames()));
    }

    private static String metricNames() {
        return Stream.of(Metric.values()).map(Metric::label).collect(Collectors.joining(", "));
    }

    /** @throws CallError where this variant can't do this metric, or can't run here */
    static void require(DistanceKernel kernel, Metric metric) {
        if (!kernel.metrics().contains(metric))
            throw new CallError("--variant: " + kernel.whyNot(metric));
        if (!kernel.availability().isAvailable()) {
            throw new CallError("--variant " + kernel.name() + " cannot run here: " + kernel.availability().sentence());
        }
    }
}
