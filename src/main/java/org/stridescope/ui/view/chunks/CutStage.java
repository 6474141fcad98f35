package org.stridescope.ui.view.chunks;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import org.stridescope.array.Shapes;
import org.stridescope.chunked.Chunks;
import org.stridescope.lab.graph.ChunkStudy;
import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.chunks.ChunkGrid;
import org.stridescope.ui.model.Figures;
import org.stridescope.ui.model.chunks.ChunkBenchModel;

/** The old cut beside the new one, which blocks move, and what is to be said about them. */
final class CutStage extends BorderPane {
    private final ChunkBenchModel model;
    private final ChunkGrid before;
    private final ChunkGrid after;
    private final Label beforeTitle = styled("", "section");
    private final Label afterTitle = styled("", "section");
    private final Label advice = styled("", "label");
    private final Label recut = styled("", "label");
    private final Label picked = styled("", "label");
    private final Label memory = styled("", "label");

    CutStage(ChunkBenchModel model, ObservableValue<Look> look) {
        this.model = model;
        before = new ChunkGrid(look, 0, _ -> {});
        after = new ChunkGrid(look, 2, model::pick);
        before.setId("chunks-before");
        after.setId("chunks-after");
        advice.setId("chunk-advice");
        recut.setId("chunk-recut");
        picked.setId("chunk-picked");
        memory.setId("chunk-memory");
        GridPane pair = new GridPane(24, 0);
        pair.setPadding(new Insets(12, 16, 12, 16));
        pair.addRow(0, titled(beforeTitle, before), titled(afterTitle, after));
        for (int i = 0; i < 2; i++) {
            var half = new javafx.scene.layout.ColumnConstraints();
            half.setPercentWidth(50);
            pair.getColumnConstraints().add(half);
        }
        setCenter(pair);
        VBox words = new VBox(8, styled("This cut", "section"), advice, styled("Cut anew", "section"), recut, picked,
                styled("Memory of a mean", "section"), memory);
        words.setPadding(new Insets(4, 16, 16, 16));
        setBottom(words);
        model.study().addListener(_ -> show());
        model.picked().addListener(_ -> show());
        model.measured().addListener(_ -> show());
        show();
    }

    private static VBox titled(Label title, Region grid) {
        VBox box = new VBox(6, title, grid);
        VBox.setVgrow(grid, Priority.ALWAYS);
        GridPane.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    private static Label styled(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().setAll("label");
        if (!style.equals("label"))
            label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void show() {
        @Nullable
        ChunkStudy study = model.study().get();
        if (study == null)
            return;
        int itemsize = ChunkStudy.DTYPE.itemsize();
        before.show(study.before(), itemsize, new int[0], model.sources());
        after.show(study.after(), itemsize, model.picked().get(), java.util.List.of());
        beforeTitle.setText(title("Cut into", study.before()));
        afterTitle.setText(title("Cut anew into", study.after()));
        advice.setText(String.join(" ", study.advice().sentences()) + " The whole is " + Figures.bytes(study.nbytes())
                + "; \u2018auto\u2019 would take " + Shapes.text(study.advice().advised().largest()) + ".");
        recut.setText(study.recut().sentence());
        picked.setText(model.pickedWords());
        memory.setText("Predicted: " + model.workers() + (model.workers() == 1 ? " worker holds" : " workers hold")
                + " a block each while it is added up, " + Figures.bytes(study.predictedBytes()) + " in all"
                + (study.predictedBytes() < study.nbytes()
                        ? ", though the array has " + Figures.bytes(study.nbytes()) + ". "
                        : ". ")
                + (model.measured().get().isEmpty()
                        ? "\u2018Compute a mean\u2019 measures it."
                        : model.measured().get()));
    }

    private static String title(String words, Chunks chunks) {
        return words + " " + Figures.count(chunks.blocks()) + (chunks.blocks() == 1 ? " block of " : " blocks of ")
                + Shapes.text(chunks.largest());
    }
}
