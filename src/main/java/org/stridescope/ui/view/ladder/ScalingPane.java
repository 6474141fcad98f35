package org.stridescope.ui.view.ladder;

import java.util.List;
import java.util.Optional;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

import org.stridescope.lab.DistanceExperiment;
import org.stridescope.lab.ladder.Sweep.Axis;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.chart.ChartPane;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.ladder.MeasuringJob;
import org.stridescope.ui.model.ladder.ScalingModel;
import org.stridescope.ui.model.ladder.ScalingModel.Curve;
import org.stridescope.ui.model.ladder.ScalingWords;
import org.stridescope.ui.view.ladder.ScalingChart.Shown;

/** The ticked variants over a sweep: two charts and a sentence a variant. */
final class ScalingPane implements MeasuringScreen {
    private final ScalingModel model;
    private final ObservableValue<Boolean> ready;
    private final ObservableValue<Look> look;
    private final StackPane content = new StackPane();
    private final VBox settings = new VBox();
    private final ChartPane left;
    private final ChartPane right;
    private final FlowPane legend = new FlowPane();
    private final VBox sentences = new VBox();
    private final Label title = new Label();

    ScalingPane(ScalingModel model, ObservableValue<Boolean> ready, ObservableValue<Look> look, Node invitation) {
        this.model = model;
        this.ready = ready;
        this.look = look;
        left = new ChartPane(look, now -> draw(now, true));
        right = new ChartPane(look, now -> draw(now, false));
        left.setId("scaling-left");
        right.setId("scaling-right");
        content.setId("scaling-screen");
        HBox charts = new HBox(left, right);
        charts.getStyleClass().add("scaling-charts");
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        legend.getStyleClass().add("legend");
        VBox top = new VBox(title, legend);
        top.getStyleClass().add("ladder-top");
        sentences.getStyleClass().add("sentences");
        ScrollPane scroll = new ScrollPane(sentences);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("rungs-scroll", "sentences-scroll");
        BorderPane curves = new BorderPane(charts, top, null, scroll, null);
        StackPane empty = new StackPane(invitation);
        empty.getStyleClass().add("empty");
        content.getChildren().setAll(empty);
        fillSettings();
        model.base().addListener((_, _, now) -> content.getChildren().setAll(now == null ? empty : curves));
        model.steps().addListener(_ -> show());
        look.addListener(_ -> show());
    }

    private void fillSettings() {
        Label section = new Label("Sweep");
        section.getStyleClass().add("section");
        TextField values = new TextField();
        values.setId("sweep-values");
        values.textProperty().bindBidirectional(model.values());
        values.setAccessibleText("places to measure at");
        var axis = LadderSide.choice("sweep-axis", List.of(Axis.values()), model.axis(), Axis::label);
        var runs = LadderSide.choice("sweep-runs", List.of(3, 6, 9, 15), model.repetitions(), n -> n + " runs a place");
        settings.getStyleClass().addAll("bench-settings", "sweep-settings");
        for (Region wide : List.of(axis, values, runs))
            wide.setMaxWidth(Double.MAX_VALUE);
        settings.getChildren().addAll(section, axis, values, runs);
    }

    private JFreeChart draw(Look now, boolean first) {
        Optional<Axis> axis = model.swept();
        DistanceExperiment base = model.base().get();
        List<Curve> curves = model.curves();
        if (axis.isEmpty() || base == null || curves.isEmpty())
            return ScalingChart.empty(now);
        ScalingChart chart = new ScalingChart(now, axis.get(), curves);
        if (axis.get() == Axis.THREADS)
            return chart.threads(first ? Shown.SPEED_UP : Shown.EFFICIENCY, model.cores());
        return chart.sizes(first ? Shown.TIME : Shown.RATE, base, model.tools().caches());
    }

    private void show() {
        left.refresh();
        right.refresh();
        Axis axis = model.swept().orElse(model.axis().get());
        List<Curve> curves = model.curves();
        legend.getChildren().setAll(curves.stream().map(curve -> {
            Label name = new Label(curve.variant(),
                    new Circle(5 * look.getValue().scale(), look.getValue().palette().hue(curve.variant())));
            name.setMinWidth(Region.USE_PREF_SIZE);
            return name;
        }).toList());
        sentences.getChildren().setAll(ScalingWords
                .of(curves, axis, model.base().get(), model.tools().caches(), model.cores()).stream().map(text -> {
                    Label line = new Label(text);
                    line.setWrapText(true);
                    line.setMinHeight(Region.USE_PREF_SIZE);
                    return line;
                }).toList());
        title.setText(words(axis, model.base().get()));
    }

    private static String words(Axis axis, @Nullable DistanceExperiment base) {
        if (base == null)
            return "";
        String points = Figures.count(base.n()) + " \u00d7 " + Figures.count(base.m()) + " points";
        String features = Figures.count(base.k()) + " features";
        String threads = base.threads() + (base.threads() == 1 ? " thread" : " threads");
        return base.metric().label() + " over " + axis.label() + ": " + switch (axis) {
            case POINTS -> features + ", " + threads;
            case FEATURES -> points + ", " + threads;
            case THREADS -> points + ", " + features;
        } + ", " + base.dtype().pythonName();
    }

    @Override
    public void start() {
        model.run();
    }

    @Override
    public String id() {
        return "scaling";
    }

    @Override
    public String name() {
        return "Scaling";
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Node settings() {
        return settings;
    }

    @Override
    public boolean usesProblem() {
        return true;
    }

    @Override
    public String action() {
        return "Run the sweep";
    }

    @Override
    public ObservableValue<Boolean> ready() {
        return ready;
    }

    @Override
    public MeasuringJob job() {
        return model.job();
    }
}
