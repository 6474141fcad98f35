package org.stridescope.ui.view.ladder;

import java.util.List;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.stridescope.kernel.exercise.MatmulExercise;
import org.stridescope.kernel.exercise.MatmulExercise.MatmulRun;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.ladder.MatmulModel;
import org.stridescope.ui.model.ladder.MatmulModel.Result;
import org.stridescope.ui.model.ladder.MeasuringJob;
import org.stridescope.ui.view.ladder.FigureBars.Bar;

/** The matrix product, a bar a way, in double and in single precision. */
final class MatmulPane implements MeasuringScreen {
    private static final int[] HUES = {3, 1, 0, 5, 2};
    private static final List<Integer> SIZES = List.of(100, 200, 500, 750, 1000, 1500);

    private final MatmulModel model;
    private final StackPane content = new StackPane();
    private final VBox settings = new VBox();
    private final VBox results = new VBox();
    private final SourcePane source;

    MatmulPane(MatmulModel model, Node invitation) {
        this.model = model;
        content.setId("matmul-screen");
        results.getStyleClass().add("lesson");
        ScrollPane scroll = new ScrollPane(results);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("rungs-scroll");
        StackPane empty = new StackPane(invitation);
        empty.getStyleClass().add("empty");
        source = new SourcePane(() -> content.getChildren().setAll(model.results().get().isEmpty() ? empty : scroll));
        content.getChildren().setAll(empty);
        model.results().addListener((_, _, now) -> {
            show(now);
            content.getChildren().setAll(scroll);
        });
        fillSettings();
    }

    private void fillSettings() {
        var size = LadderSide.choice("matmul-size", SIZES, model.size(), n -> n + " \u00d7 " + n);
        size.setMaxWidth(Double.MAX_VALUE);
        Button show = new Button("Show source");
        show.setId("matmul-source");
        show.getStyleClass().add("action");
        show.setOnAction(_ -> {
            source.show("matrix product", MatmulExercise.SOURCE);
            content.getChildren().setAll(source);
        });
        Label missing = new Label(model.missing());
        missing.setId("matmul-missing");
        missing.getStyleClass().add("caption");
        missing.setWrapText(true);
        missing.setMinHeight(Region.USE_PREF_SIZE);
        settings.getStyleClass().add("bench-settings");
        settings.getChildren().addAll(section("Matrices"), size, section("Fortran, one thread"), show, missing);
    }

    private void show(List<Result> now) {
        results.getChildren().clear();
        for (Result result : now) {
            FigureBars bars = new FigureBars();
            bars.setId("matmul-" + result.dtype().pythonName());
            bars.show(result.runs().stream().map(MatmulPane::bar).toList());
            Label words = new Label(MatmulModel.words(result));
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            results.getChildren()
                    .addAll(section(result.dtype().pythonName() + ", " + result.n() + " \u00d7 " + result.n()
                            + ", one thread"), bars, words);
        }
    }

    private static Bar bar(MatmulRun run) {
        int hue = HUES[run.way().ordinal() % HUES.length];
        return MatmulModel.median(run)
                .map(seconds -> new Bar(run.way().label(), seconds, Figures.duration(seconds),
                        Figures.large(run.flops()) + "FLOP/s at best, error " + Figures.error(run.relativeError())
                                + "; "
                                + run.way().sentence(),
                        hue))
                .orElseGet(() -> new Bar(run.way().label(), 0, "wrong", "\u2715 not timed: its error is "
                        + Figures.error(run.relativeError()), hue));
    }

    private static Label section(String name) {
        Label label = new Label(name);
        label.getStyleClass().add("section");
        return label;
    }

    @Override
    public void start() {
        model.run();
    }

    @Override
    public String id() {
        return "matmul";
    }

    @Override
    public String name() {
        return "Matrix product";
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
        return false;
    }

    @Override
    public String action() {
        return "Multiply";
    }

    @Override
    public ObservableValue<Boolean> ready() {
        return new SimpleBooleanProperty(true);
    }

    @Override
    public MeasuringJob job() {
        return model.job();
    }
}
