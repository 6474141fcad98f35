package org.stridescope.ui.view.ladder;

import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

import org.jspecify.annotations.Nullable;

import org.stridescope.kernel.MachineLimits;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.chart.ChartPane;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.ladder.RooflineModel;
import org.stridescope.ui.model.ladder.RooflineModel.Point;

/** The roofline of this machine, every variant of the ladder below it, and a sentence each about what would help. */
final class RooflinePane implements LadderScreen {
    private final RooflineModel model;
    private final ObservableValue<Boolean> canClimb;
    private final ObservableValue<Look> look;
    private final BorderPane content = new BorderPane();
    private final ChartPane chart;
    private final Label machine = new Label();
    private final VBox sentences = new VBox();
    private final Button climb = new Button("Climb the ladder");

    RooflinePane(RooflineModel model, ObservableValue<Boolean> canClimb, ObservableValue<Look> look) {
        this.model = model;
        this.canClimb = canClimb;
        this.look = look;
        chart = new ChartPane(look, now -> RooflineChart.of(model.roof(), model.points().get(), now));
        chart.setId("roofline-chart");
        chart.onHover(item -> light(item == null || item.getDataset().getSeriesCount() != model.points().get().size()
                ? ""
                : item.getDataset().getSeriesKey(item.getSeriesIndex()).toString()));
        content.setId("roofline-screen");
        machine.setId("roofline-machine");
        machine.setWrapText(true);
        machine.setMinHeight(Region.USE_PREF_SIZE);
        climb.setId("roofline-climb");
        climb.getStyleClass().addAll("action");
        climb.setMinWidth(Region.USE_PREF_SIZE);
        climb.setOnAction(_ -> model.ladder().run());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox.setHgrow(machine, Priority.SOMETIMES);
        HBox top = new HBox(machine, space, climb);
        top.getStyleClass().add("roofline-top");
        sentences.getStyleClass().add("sentences");
        ScrollPane scroll = new ScrollPane(sentences);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("rungs-scroll", "sentences-scroll");
        content.setTop(top);
        content.setCenter(chart);
        content.setBottom(scroll);
        model.points().subscribe(this::show);
        model.limits().subscribe(now -> {
            machine.setText(words(now));
            chart.refresh();
        });
        look.addListener(_ -> show(model.points().get()));
    }

    private void show(List<Point> points) {
        chart.refresh();
        sentences.getChildren().setAll(points.stream().map(this::row).toList());
        if (points.isEmpty())
            sentences.getChildren().add(new Label("Climb the ladder: its variants then stand below the roof, each with "
                    + "what would help it."));
    }

    private Node row(Point point) {
        Label name = new Label(point.variant(), new Circle(5, look.getValue().palette().hue(point.variant())));
        name.getStyleClass().add("sentence-name");
        Label words = new Label(point.sentence());
        words.setId("advice-" + point.variant());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(name, words);
        row.getStyleClass().add("sentence");
        row.setUserData(point.variant());
        return row;
    }

    /** Marks the sentence of the variant that is pointed at. */
    private void light(String variant) {
        for (Node row : sentences.getChildren()) {
            row.getStyleClass().remove("lit");
            if (!variant.isEmpty() && variant.equals(row.getUserData()))
                row.getStyleClass().add("lit");
        }
    }

    private static String words(@Nullable MachineLimits limits) {
        if (limits == null)
            return "This machine has not been measured yet.";
        return "This machine, measured in " + limits.measuredIn() + " with " + limits.threads()
                + (limits.threads() == 1 ? " thread" : " threads") + ": loads "
                + Figures.large(limits.loadBytesPerSecond()) + "B/s, stores "
                + Figures.large(limits.storeBytesPerSecond()) + "B/s, " + Figures.large(limits.flops())
                + "FLOP/s in float64. Kept for the next session.";
    }

    @Override
    public void shown() {
        model.measureOnce();
    }

    @Override
    public void act() {
        if (model.ladder().job().running().get())
            model.ladder().job().cancel();
        else
            model.measure();
    }

    @Override
    public String action() {
        return "Measure the machine again";
    }

    @Override
    public ObservableValue<Boolean> running() {
        return Bindings.or(model.job().running(), model.ladder().job().running());
    }

    @Override
    public ObservableValue<Boolean> ready() {
        climb.disableProperty().bind(Bindings.createBooleanBinding(
                () -> model.ladder().job().running().get() || model.job().running().get() || !canClimb.getValue(),
                model.ladder().job().running(), model.job().running(), canClimb));
        return new SimpleBooleanProperty(true);
    }

    @Override
    public ObservableValue<String> message() {
        return Bindings.createStringBinding(
                () -> model.job().message().get().isEmpty()
                        ? model.ladder().job().message().get()
                        : model.job().message().get(),
                model.job().message(), model.ladder().job().message());
    }

    @Override
    public void dismiss() {
        model.job().tell("");
        model.ladder().job().tell("");
    }

    @Override
    public ObservableValue<String> doing() {
        return Bindings.createStringBinding(
                () -> model.job().words().get().isEmpty()
                        ? model.ladder().job().words().get()
                        : model.job().words().get(),
                model.job().words(), model.ladder().job().words());
    }

    @Override
    public String id() {
        return "roofline";
    }

    @Override
    public String name() {
        return "Roofline";
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public @Nullable Node settings() {
        return null;
    }

    @Override
    public boolean usesProblem() {
        return true;
    }
}
