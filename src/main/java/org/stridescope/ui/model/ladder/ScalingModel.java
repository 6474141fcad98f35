package org.stridescope.ui.model.ladder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import org.stridescope.lab.BenchmarkReport.Variant;
import org.stridescope.lab.BenchmarkWatcher;
import org.stridescope.lab.DistanceExperiment;
import org.stridescope.lab.ladder.Sweep;
import org.stridescope.lab.ladder.Sweep.Axis;
import org.stridescope.lab.ladder.Sweep.Step;

/** The ticked variants over a sweep of points, features or threads. */
public final class ScalingModel {
    private static final int MOST_VALUES = 16;

    private final LadderModel ladder;
    private final LadderTools tools;
    private final MeasuringJob job;
    private final int cores;
    private final ObjectProperty<Axis> axis = new SimpleObjectProperty<>(Axis.POINTS);
    private final StringProperty values = new SimpleStringProperty("");
    private final ObjectProperty<Integer> repetitions = new SimpleObjectProperty<>(6);
    private final ReadOnlyObjectWrapper<List<Step>> steps = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable DistanceExperiment> base = new ReadOnlyObjectWrapper<>();

    /** A variant's figures along the axis. */
    public record Curve(String variant, List<Place> places) {}

    /** One place of a curve. */
    public record Place(long value, Variant figures) {}

    public ScalingModel(LadderModel ladder, LadderTools tools, int cores) {
        this.ladder = ladder;
        this.tools = tools;
        this.cores = cores;
        this.job = new MeasuringJob(tools.measurements(), tools.ui());
        axis.subscribe(now -> values.set(usual(now)));
    }

    /** Places that show something within a minute. */
    private String usual(Axis of) {
        return switch (of) {
            case POINTS -> "60, 125, 250, 500, 1000, 2000";
            case FEATURES -> "1, 2, 4, 8, 16, 32, 64, 128";
            case THREADS -> String.join(", ", LongStream.rangeClosed(1, 2L * cores)
                    .filter(t -> t <= 4 || t == cores || t == 2L * cores || Long.bitCount(t) == 1)
                    .mapToObj(Long::toString).toList());
        };
    }

    /** What is wrong with the values as typed; empty where nothing is. */
    public String fault() {
        String typed = values.get().strip();
        if (!typed.matches("\\d{1,9}(\\s*[, ]\\s*\\d{1,9})*"))
            return "Whole numbers with commas between are needed, such as " + usual(axis.get()) + ".";
        List<Long> read = read();
        if (read.size() > MOST_VALUES)
            return "At most " + MOST_VALUES + " places.";
        if (read.getFirst() < 1)
            return "Each must be 1 or more.";
        return axis.get() == Axis.THREADS && read.getLast() > 1024 ? "At most 1024 threads." : "";
    }

    private List<Long> read() {
        return java.util.Arrays.stream(values.get().strip().split("[\\s,]+")).map(Long::parseLong).distinct().sorted()
                .toList();
    }

    public void run() {
        if (job.running().get())
            return;
        String fault = fault();
        if (!fault.isEmpty()) {
            job.tell(fault);
            return;
        }
        ladder.experiment().ifPresent(this::run);
    }

    private void run(DistanceExperiment experiment) {
        base.set(experiment);
        steps.set(List.of());
        List<Long> places = read();
        Axis swept = axis.get();
        int times = repetitions.get();
        BenchmarkWatcher watcher = job::say;
        job.run("a sweep", cancellation -> new Sweep(tools.benchmark()).run(experiment, swept, places, times,
                cancellation, watcher, step -> tools.ui().execute(() -> add(step))), _ -> {});
    }

    private void add(Step step) {
        List<Step> more = new ArrayList<>(steps.get());
        more.add(step);
        steps.set(List.copyOf(more));
    }

    /** By variant, in the order of the ladder, the places where it was timed. */
    public List<Curve> curves() {
        Map<String, List<Place>> found = new LinkedHashMap<>();
        for (Step step : steps.get()) {
            for (Variant figures : step.report().variants()) {
                if (figures.isTimed())
                    found.computeIfAbsent(figures.name(), _ -> new ArrayList<>()).add(new Place(step.value(), figures));
            }
        }
        return found.entrySet().stream().map(entry -> new Curve(entry.getKey(), List.copyOf(entry.getValue()))).toList();
    }

    /** What was swept last; nothing before the first sweep. */
    public Optional<Axis> swept() {
        return steps.get().isEmpty() ? Optional.empty() : Optional.of(steps.get().getFirst().axis());
    }

    public MeasuringJob job() {
        return job;
    }

    public LadderTools tools() {
        return tools;
    }

    public int cores() {
        return cores;
    }

    public ObjectProperty<Axis> axis() {
        return axis;
    }

    /** As typed, commas between. */
    public StringProperty values() {
        return values;
    }

    public ObjectProperty<Integer> repetitions() {
        return repetitions;
    }

    /** Places measured by now. */
    public ReadOnlyObjectProperty<List<Step>> steps() {
        return steps.getReadOnlyProperty();
    }

    /** What all places have in common; null before the first sweep. */
    public ReadOnlyObjectProperty<@Nullable DistanceExperiment> base() {
        return base.getReadOnlyProperty();
    }
}
