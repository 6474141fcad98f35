package org.stridescope.ui.view;

import java.nio.file.Path;
import java.util.Map;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import org.stridescope.kernel.DistanceKernel;
import org.stridescope.kernel.Metric;
import org.stridescope.lab.LabError.Field;
import org.stridescope.lab.Preflight;
import org.stridescope.ui.model.DistanceSettings;
import org.stridescope.ui.model.SettingsCheck;

/** What the lecturer sets: the problem, the variants. */
public final class SettingsPane extends ScrollPane {
    private final DistanceSettings settings;
    private final SettingsCheck check;
    private final VBox problem = new VBox();
    private final Button file = new Button();

    public SettingsPane(DistanceSettings settings, SettingsCheck check, Appearance appearance, Runnable choosePoints,
            ObservableValue<Boolean> busy) {
        this.settings = settings;
        this.check = check;
        getStyleClass().add("settings-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        problem.getStyleClass().add("block");
        problem.setSpacing(6);
        VBox variants = new VBox(2);
        for (DistanceKernel kernel : settings.variants()) {
            variants.getChildren().add(new VariantRow(kernel, settings, appearance));
        }
        variants.getChildren().add(fault(Field.VARIANTS));
        fillProblem(choosePoints);
        problem.disableProperty().bind(busy);
        variants.disableProperty().bind(busy);
        VBox all = new VBox(section("Problem"), problem, summary(), fault(Field.MEMORY), section("Variants"), variants);
        VBox.setMargin(all.getChildren().get(4), new javafx.geometry.Insets(10, 0, 0, 0));
        all.getStyleClass().add("settings");
        setContent(all);
    }

    /** Adds a setting below the others of the problem. */
    public void add(String name, Node control) {
        problem.getChildren().add(row(name, control));
    }

    private void fillProblem(Runnable choosePoints) {
        ComboBox<Metric> metric = new ComboBox<>();
        metric.setId("setting-metric");
        metric.getItems().setAll(Metric.values());
        metric.valueProperty().bindBidirectional(settings.metric());
        metric.setConverter(new Labels());
        FigureRow n = figure("points n", Field.N);
        FigureRow m = figure("points m", Field.M);
        FigureRow k = figure("features k", Field.K);
        FigureRow seed = figure("seed", Field.SEED);
        file.setId("setting-points");
        file.getStyleClass().addAll("action", "file-button");
        file.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        file.setOnAction(_ -> {
            if (settings.points().get() == null)
                choosePoints.run();
            else
                settings.points().set(null);
        });
        settings.points().addListener((_, _, now) -> pointsChanged(now, n, m, k, seed));
        pointsChanged(settings.points().get(), n, m, k, seed);
        check.preflight().addListener((_, _, now) -> showLengths(now));
        problem.getChildren().addAll(row("metric", metric), fault(Field.METRIC), row("points from", file),
                fault(Field.POINTS),
                n, m, k, seed, figure("threads", Field.THREADS));
    }

    private void pointsChanged(@Nullable Path points, FigureRow... lengths) {
        file.setText(points == null ? "random" : points.getFileName().toString());
        file.setTooltip(new Tooltip(points == null
                ? "Random points in [0, 1). Click to take a .npy or .npz file instead."
                : points + "\nClick to go back to random points."));
        for (FigureRow row : lengths)
            row.field().setDisable(points != null);
    }

    /** A points file decides the lengths: show them where they would be typed. */
    private void showLengths(@Nullable Preflight answer) {
        if (answer == null || settings.points().get() == null)
            return;
        settings.figure(Field.N).set(Long.toString(answer.n()));
        settings.figure(Field.M).set(Long.toString(answer.m()));
        settings.figure(Field.K).set(Long.toString(answer.k()));
    }

    private FigureRow figure(String name, Field field) {
        return new FigureRow(name, field, settings, check.faults());
    }

    private static HBox row(String name, Node control) {
        Label label = new Label(name);
        label.setLabelFor(control);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(label, space, control);
        row.setStyle("-fx-alignment: center-left;");
        return row;
    }

    private Label summary() {
        Label line = new Label();
        line.setId("summary");
        line.getStyleClass().add("caption");
        line.textProperty().bind(check.summary());
        line.setWrapText(true);
        return line;
    }

    private Label fault(Field field) {
        Label label = new Label();
        label.getStyleClass().add("fault");
        label.setId("fault-" + field.name().toLowerCase(java.util.Locale.ROOT));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.textProperty().bind(check.faults().map((Map<Field, String> faults) -> faults.getOrDefault(field, "")));
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private static Label section(String name) {
        Label label = new Label(name);
        label.getStyleClass().add("section");
        return label;
    }

    private static final class Labels extends StringConverter<Metric> {
        @Override
        public String toString(@Nullable Metric metric) {
            return metric == null ? "" : metric.label();
        }

        @Override
        public Metric fromString(String label) {
            return Metric.valueOf(label.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
