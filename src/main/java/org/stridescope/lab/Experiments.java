package org.stridescope.lab;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.Metric;
import org.stridescope.lab.LabError.Field;

/** The experiments that can be recorded by name, and their settings as text. */
public final class Experiments {
    private static final String DISTANCE = "distance";

    private final List<DistanceKernel> variants;

    /** An experiment as it is listed. */
    public record Experiment(String name, String summary, List<Setting> settings) {}

    /** One of its settings; {@code standard} says what it is when it is not given. */
    public record Setting(String name, String summary, String standard) {}

    public Experiments(List<DistanceKernel> variants) {
        this.variants = List.copyOf(variants);
    }

    public List<Experiment> all() {
        return List.of(new Experiment(DISTANCE, "distance matrices by several variants, one after another", List.of(
                new Setting("metric", "cityblock, sqeuclidean, euclidean or chebyshev", "cityblock"),
                new Setting("n", "points in x, rows of the result", "2000"),
                new Setting("m", "points in y, columns of the result", "as n"),
                new Setting("k", "features of a point", "50"),
                new Setting("variants", "names with commas between", "all that run here"),
                new Setting("threads", "threads of each variant", "one a processor"),
                new Setting("seed", "of the random points", "1"),
                new Setting("points", "an .npy file, or file.npz:name, used for x and y instead of random points",
                        "none"))));
    }

    /** @throws LabError where there is no such experiment */
    public Experiment named(String name) {
        return all().stream().filter(e -> e.name().equals(name)).findFirst()
                .orElseThrow(() -> new LabError(Field.VARIANTS, "there is no experiment \"" + name + "\": choose among "
                        + all().stream().map(Experiment::name).collect(Collectors.joining(", "))));
    }

    /**
     * The distance race that settings of the form {@code name=value} describe.
     *
     * @throws LabError where one is unknown, given twice, or no such value
     */
    public DistanceExperiment distance(List<String> assignments) {
        Map<String, String> given = split(assignments);
        Metric metric = metric(given.getOrDefault("metric", "cityblock"));
        String points = given.get("points");
        if (points != null) {
            for (String length : List.of("n", "m", "k")) {
                if (given.containsKey(length)) {
                    throw new LabError(field(length),
                            "--set " + length + ": the points in " + points + " decide it; leave "
                                    + length + " out");
                }
            }
        }
        long n = number(given, "n", 2000, 1);
        return new DistanceExperiment(metric, n, number(given, "m", n, 1), number(given, "k", 50, 1),
                number(given, "seed", 1, Long.MIN_VALUE), points == null ? null : path(points), variants(given, metric),
                (int) Math.min(Integer.MAX_VALUE,
                        number(given, "threads", Runtime.getRuntime().availableProcessors(), 1)));
    }

    private Map<String, String> split(List<String> assignments) {
        Map<String, String> given = new LinkedHashMap<>();
        List<String> known = named(DISTANCE).settings().stream().map(Setting::name).toList();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            String name = equals < 0 ? assignment : assignment.substring(0, equals).strip();
            if (equals < 0)
                throw new LabError(field(name), "--set " + assignment + ": write it as name=value");
            if (!known.contains(name)) {
                throw new LabError(Field.VARIANTS, "--set " + assignment + ": there is no setting \"" + name
                        + "\"; choose among " + String.join(", ", known));
            }
            if (given.put(name, assignment.substring(equals + 1).strip()) != null) {
                throw new LabError(field(name), "--set " + assignment + ": " + name + " is given twice; give it once");
            }
        }
        return given;
    }

    private static Metric metric(String value) {
        return Stream.of(Metric.values()).filter(m -> m.label().equals(value)).findFirst()
                .orElseThrow(() -> new LabError(Field.METRIC, "--set metric=" + value + ": choose among "
                        + Stream.of(Metric.values()).map(Metric::label).collect(Collectors.joining(", "))));
    }

    private static long number(Map<String, String> given, String name, long standard, long least) {
        String value = given.get(name);
        if (value == null)
            return standard;
        try {
            long number = Long.parseLong(value);
            if (number >= least)
                return number;
        } catch (NumberFormatException e) {
            // said below, as a number that is too small is
        }
        throw new LabError(field(name), "--set " + name + "=" + value + ": it must be a whole number"
                + (least == 1 ? " of 1 or more" : ""));
    }

    private static Path path(String value) {
        try {
            if (!value.isEmpty())
                return Path.of(value);
        } catch (InvalidPathException e) {
            // said below, as an empty one is
        }
        throw new LabError(Field.POINTS, "--set points=" + value + ": name an .npy file, or file.npz:name");
    }

    private List<String> variants(Map<String, String> given, Metric metric) {
        String value = given.get("variants");
        if (value != null)
            return Stream.of(value.split(",")).map(String::strip).filter(v -> !v.isEmpty()).toList();
        return variants.stream().filter(v -> v.availability().isAvailable() && v.metrics().contains(metric))
                .map(DistanceKernel::name).toList();
    }

    private static Field field(String setting) {
        return Stream.of(Field.values()).filter(f -> f.name().toLowerCase(Locale.ROOT).equals(setting)).findFirst()
                .orElse(Field.VARIANTS);
    }
}
