package org.stridescope.ui.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.Metric;
import org.stridescope.lab.DistanceExperiment;
import org.stridescope.lab.LabError;
import org.stridescope.lab.LabError.Field;

/** The problem as the user types it; figures stay text until they are read, so that a wrong one can be shown and mended. */
public final class DistanceSettings {
    private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.CITYBLOCK);
    private final Map<Field, StringProperty> figures = new EnumMap<>(Field.class);
    private final ObjectProperty<@Nullable Path> points = new SimpleObjectProperty<>();
    private final Map<String, BooleanProperty> ticks = new LinkedHashMap<>();
    private final List<DistanceKernel> variants;

    public DistanceSettings(List<DistanceKernel> variants, int threads) {
        this.variants = List.copyOf(variants);
        figures.put(Field.N, new SimpleStringProperty("2000"));
        figures.put(Field.M, new SimpleStringProperty("2000"));
        figures.put(Field.K, new SimpleStringProperty("50"));
        figures.put(Field.SEED, new SimpleStringProperty("1"));
        figures.put(Field.THREADS, new SimpleStringProperty(Integer.toString(threads)));
        for (DistanceKernel kernel : variants) {
            ticks.put(kernel.name(), new SimpleBooleanProperty(kernel.availability().isAvailable()));
        }
    }

    public List<DistanceKernel> variants() {
        return variants;
    }

    public ObjectProperty<Metric> metric() {
        return metric;
    }

    /** The text of N, M, K, SEED or THREADS. */
    public StringProperty figure(Field field) {
        StringProperty figure = figures.get(field);
        if (figure == null)
            throw new IllegalArgumentException(field + " is not a figure");
        return figure;
    }

    public ObjectProperty<@Nullable Path> points() {
        return points;
    }

    public BooleanProperty ticked(DistanceKernel kernel) {
        BooleanProperty tick = ticks.get(kernel.name());
        if (tick == null)
            throw new IllegalArgumentException("no variant " + kernel.name());
        return tick;
    }

    /** Why this variant cannot take part now, in one sentence; empty when it can. */
    public String whyNot(DistanceKernel kernel) {
        if (!kernel.availability().isAvailable())
            return kernel.availability().sentence();
        return kernel.metrics().contains(metric.get()) ? "" : kernel.whyNot(metric.get());
    }

    /** Those that are ticked and can take part. */
    public List<String> chosen() {
        return variants.stream().filter(kernel -> ticked(kernel).get() && whyNot(kernel).isEmpty())
                .map(DistanceKernel::name).toList();
    }

    /** Everything whose change changes the experiment. */
    public Observable[] parts() {
        List<Observable> all = new ArrayList<>(List.of(metric, points));
        all.addAll(figures.values());
        all.addAll(ticks.values());
        return all.toArray(Observable[]::new);
    }

    /** What is wrong with what was typed, a sentence a setting; empty when all can be read. */
    public Map<Field, String> faults() {
        Map<Field, String> faults = new EnumMap<>(Field.class);
        for (Field field : figures.keySet()) {
            if (points.get() != null && (field == Field.N || field == Field.M || field == Field.K))
                continue;
            try {
                read(field);
            } catch (LabError error) {
                faults.put(field, error.getMessage());
            }
        }
        if (chosen().isEmpty())
            faults.put(Field.VARIANTS, "Tick at least one variant to race.");
        return faults;
    }

    /** The experiment as typed; empty while {@link #faults} has something to say. */
    public Optional<DistanceExperiment> experiment() {
        if (!faults().isEmpty())
            return Optional.empty();
        boolean drawn = points.get() == null;
        return Optional.of(new DistanceExperiment(metric.get(), drawn ? read(Field.N) : 1, drawn ? read(Field.M) : 1,
                drawn ? read(Field.K) : 1, read(Field.SEED), points.get(), chosen(), (int) read(Field.THREADS)));
    }

    private long read(Field field) {
        String typed = figure(field).get();
        String digits = typed.replaceAll("[\\s\u2009\u202f\u00a0_,']", "");
        boolean isSeed = field == Field.SEED;
        if (!digits.matches(isSeed ? "-?\\d{1,18}" : "\\d{1,18}")) {
            throw new LabError(field, "A whole number" + (isSeed ? "" : " from 1") + " is needed here, such as "
                    + example(field) + ".");
        }
        long value = Long.parseLong(digits);
        if (!isSeed && value < 1) {
            throw new LabError(field, "At least 1 is needed here, such as " + example(field) + ".");
        }
        if (field == Field.THREADS && value > 1024)
            throw new LabError(field, "At most 1024 threads.");
        return value;
    }

    private static String example(Field field) {
        return switch (field) {
            case K -> "50";
            case SEED -> "1";
            case THREADS -> "2";
            default -> "2000";
        };
    }
}
