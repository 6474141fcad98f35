package org.stridescope.lab.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.stridescope.graph.Key;
import org.stridescope.graph.TaskGraph;
import org.stridescope.graph.TaskGraphBuilder;
import org.stridescope.lab.graph.GraphPreset.Setting;
import org.stridescope.schedule.RunResult;

/** The graphs there are. */
public final class GraphPresets {
    private static final int MOST = 100_000;
    private static final int WARM_LOOPS = 64;
    private static final Setting SECONDS = new Setting("seconds", "what each call sleeps", "0.2", "2");

    private final List<GraphPreset> presets;

    public GraphPresets(List<GraphPreset> more) {
        List<GraphPreset> all = new ArrayList<>(List.of(
                new GraphPreset("squares", "square(1), square(2), and their sum", List.of(SECONDS),
                        GraphPresets::squares),
                new GraphPreset("sum-of-squares", "the squares of 0 to n - 1, and their sum", List.of(
                        new Setting("n", "how many", "10"), SECONDS), GraphPresets::sumOfSquares),
                new GraphPreset("branches", "an even i is squared, an odd one added to itself; then the sum", List.of(
                        new Setting("n", "how many", "10"), SECONDS), GraphPresets::branches),
                CityblockPreset.preset(),
                new GraphPreset("gil", "double loops, with a simulated interpreter lock or without", List.of(
                        new Setting("tasks", "how many", "12"),
                        new Setting("rows", "points in each", "1000"),
                        new Setting("features", "of a point", "50"),
                        new Setting("lock", "held while computing: simulated or none", "simulated")),
                        GraphPresets::gil)));
        all.addAll(more);
        presets = List.copyOf(all);
    }

    public List<GraphPreset> all() {
        return presets;
    }

    /** {@link GraphLabError} lists the names there are. */
    public GraphPreset named(String name) {
        return presets.stream().filter(preset -> preset.name().equals(name)).findFirst()
                .orElseThrow(() -> new GraphLabError(name + " is neither a graph nor a script: choose among "
                        + presets.stream().map(GraphPreset::name).collect(Collectors.joining(", "))
                        + ", or name a file.py"));
    }

    private static GraphPlan squares(PresetSettings settings) {
        TaskGraphBuilder builder = TaskGraph.builder();
        double seconds = settings.seconds("seconds");
        Key one = builder.add(Key.of("square", 1), GraphOperation.SQUARE, 1L, seconds);
        Key two = builder.add(Key.of("square", 2), GraphOperation.SQUARE, 2L, seconds);
        Key sum = builder.add(Key.of("add"), GraphOperation.ADD, one, two, seconds);
        return GraphPlan.of(builder.build(), sum);
    }

    private static GraphPlan sumOfSquares(PresetSettings settings) {
        TaskGraphBuilder builder = TaskGraph.builder();
        double seconds = settings.seconds("seconds");
        List<Key> squares = new ArrayList<>();
        for (long i = 0; i < settings.count("n", 1, MOST); i++)
            squares.add(builder.add(Key.of("square", (int) i), GraphOperation.SQUARE, i, seconds));
        Key sum = builder.add(Key.of("sum"), GraphOperation.SUM, squares);
        return GraphPlan.of(builder.build(), sum);
    }

    private static GraphPlan branches(PresetSettings settings) {
        TaskGraphBuilder builder = TaskGraph.builder();
        double seconds = settings.seconds("seconds");
        List<Key> terms = new ArrayList<>();
        for (long i = 0; i < settings.count("n", 1, MOST); i++) {
            terms.add(i % 2 == 0
                    ? builder.add(Key.of("square", (int) i), GraphOperation.SQUARE, i, seconds)
                    : builder.add(Key.of("add", (int) i), GraphOperation.ADD, i, i, seconds));
        }
        Key sum = builder.add(Key.of("sum"), GraphOperation.SUM, terms);
        return GraphPlan.of(builder.build(), sum);
    }

    private static GraphPlan gil(PresetSettings settings) {
        boolean locked = settings.choice("lock", List.of("simulated", "none")).equals("simulated");
        TaskGraphBuilder builder = TaskGraph.builder();
        List<Key> loops = new ArrayList<>();
        for (int i = 0; i < settings.count("tasks", 1, MOST); i++) {
            loops.add(builder.add(Key.of("loops", i), locked ? GraphOperation.LOCKED_LOOPS : GraphOperation.LOOPS,
                    settings.count("rows", 1, MOST), settings.count("features", 1, MOST), i));
        }
        return new GraphPlan(builder.build(), loops, result -> total(result, loops)).withWarmUp(smallLoops(locked));
    }

    /** Loops enough for every worker to have them compiled. */
    private static TaskGraph smallLoops(boolean locked) {
        TaskGraphBuilder builder = TaskGraph.builder();
        for (int i = 0; i < WARM_LOOPS; i++)
            builder.add(Key.of("small", i), locked ? GraphOperation.LOCKED_LOOPS : GraphOperation.LOOPS, 200, 50, i);
        return builder.build();
    }

    private static double total(RunResult result, List<Key> keys) {
        return keys.stream().mapToDouble(key -> ((Number) java.util.Objects.requireNonNull(result.value(key)))
                .doubleValue()).sum();
    }
}
