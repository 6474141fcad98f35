package org.stridescope.ui.view.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import org.stridescope.lab.DistanceExperiment;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.ladder.LadderModel;
import org.stridescope.ui.model.ladder.MeasuringJob;
import org.stridescope.ui.model.ladder.Rung;
import org.stridescope.ui.model.ladder.RungWords;

/** The ladder: a rung a variant, each checked, then timed; below it the chosen one in words. */
final class LadderPane implements MeasuringScreen {
    private final LadderModel model;
    private final ObservableValue<Boolean> ready;
    private final ObservableValue<Look> look;
    private final StackPane content = new StackPane();
    private final BorderPane ladder = new BorderPane();
    private final VBox rows = new VBox();
    private final GridPane head = new GridPane();
    private final RungPlot axis;
    private final Label problem = new Label();
    private final Label noise = new Label();
    private final Label overhead = new Label();
    private final RungDetail detail;
    private final SourcePane source;
    private @Nullable String selected;

    LadderPane(LadderModel model, ObservableValue<Boolean> ready, ObservableValue<Look> look, Node invitation) {
        this.model = model;
        this.ready = ready;
        this.look = look;
        axis = new RungPlot(look);
        axis.setMinHeight(18);
        source = new SourcePane(() -> content.getChildren().setAll(ladder));
        detail = new RungDetail(this::showSource);
        content.setId("ladder-screen");
        arrange();
        StackPane empty = new StackPane(invitation);
        empty.getStyleClass().add("empty");
        ladder.centerProperty().bind(Bindings.createObjectBinding(
                () -> model.rungs().get().isEmpty() ? empty : table(), model.rungs()));
        content.getChildren().setAll(ladder);
        model.rungs().addListener((_, _, now) -> show(now));
        model.noise().addListener((_, _, now) -> {
            noise.setText(RungWords.noise(now));
            noise.getStyleClass().remove("warning");
            if (now.isNoisy())
                noise.getStyleClass().add("warning");
        });
        model.report().addListener((_, _, now) -> overhead.setText(now == null ? "" : RungWords.overhead(now)));
    }

    private final VBox table = new VBox();

    private Node table() {
        return table;
    }

    private void arrange() {
        for (int i = 0; i < RungColumns.NAMES.length; i++) {
            Label name = new Label(RungColumns.NAMES[i]);
            name.getStyleClass().add("section");
            head.add(i == RungColumns.PLOT ? axis : name, i, 0);
        }
        head.getStyleClass().add("rung-head");
        look.subscribe(now -> RungColumns.set(head, now));
        problem.getStyleClass().add("strong");
        problem.setId("ladder-problem");
        noise.setId("ladder-noise");
        overhead.setId("ladder-overhead");
        ProgressBar bar = new ProgressBar();
        bar.setId("ladder-progress");
        bar.progressProperty().bind(model.job().progress());
        Label words = new Label();
        words.textProperty().bind(model.job().words());
        words.getStyleClass().add("caption");
        HBox progress = new HBox(bar, words);
        progress.getStyleClass().add("ladder-progress");
        progress.visibleProperty().bind(model.job().running());
        progress.managedProperty().bind(progress.visibleProperty());
        for (Label line : List.of(problem, noise, overhead)) {
            line.setWrapText(true);
            line.setMinHeight(Label.USE_PREF_SIZE);
            line.managedProperty().bind(line.textProperty().isNotEmpty());
        }
        noise.getStyleClass().add("caption");
        overhead.getStyleClass().add("caption");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("rungs-scroll");
        scroll.setMinHeight(120);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox top = new VBox(problem, progress);
        top.getStyleClass().add("ladder-top");
        VBox bottom = new VBox(noise, overhead);
        bottom.getStyleClass().add("ladder-trust");
        table.getChildren().addAll(top, head, scroll, bottom, detail);
    }

    private void show(List<Rung> rungs) {
        RungScale scale = RungScale.of(rungs);
        axis.show(null, scale);
        if (!rows.getChildren().stream().map(row -> ((RungRow) row).variant()).toList()
                .equals(rungs.stream().map(Rung::variant).toList())) {
            List<Node> fresh = new ArrayList<>();
            for (Rung rung : rungs)
                fresh.add(new RungRow(rung, look, () -> select(rung.variant())));
            rows.getChildren().setAll(fresh);
        }
        if (selected == null || rungs.stream().noneMatch(rung -> rung.variant().equals(selected)))
            selected = rungs.isEmpty() ? null : fastest(rungs);
        for (int i = 0; i < rungs.size(); i++) {
            Rung rung = rungs.get(i);
            ((RungRow) rows.getChildren().get(i)).show(rung, scale, rung.variant().equals(selected));
        }
        chosen().ifPresentOrElse(detail::show, () -> detail.show(null));
        problem.setText(words(model.measured().get()));
    }

    /** The last rung, where nothing has been timed yet: the ladder leads to it. */
    private static String fastest(List<Rung> rungs) {
        return rungs.getLast().variant();
    }

    private Optional<Rung> chosen() {
        return model.rungs().get().stream().filter(rung -> rung.variant().equals(selected)).findFirst();
    }

    private void select(String variant) {
        selected = variant;
        show(model.rungs().get());
    }

    private void showSource(String variant) {
        model.settings().variants().stream().filter(kernel -> kernel.name().equals(variant)).findFirst()
                .ifPresent(kernel -> {
                    source.show(variant, kernel.source());
                    content.getChildren().setAll(source);
                });
    }

    static String words(@Nullable DistanceExperiment measured) {
        if (measured == null)
            return "";
        return measured.metric().label() + " distances of " + Figures.count(measured.n()) + " \u00d7 "
                + Figures.count(measured.m()) + " points with " + Figures.count(measured.k()) + " features, "
                + measured.dtype().pythonName() + ", " + measured.threads()
                + (measured.threads() == 1 ? " thread" : " threads");
    }

    @Override
    public void start() {
        model.run();
    }

    @Override
    public String id() {
        return "ladder";
    }

    @Override
    public String name() {
        return "Ladder";
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

    @Override
    public String action() {
        return "Climb the ladder";
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
