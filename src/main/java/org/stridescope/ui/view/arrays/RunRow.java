package org.stridescope.ui.view.arrays;

import java.util.List;
import java.util.Locale;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.stridescope.ui.model.arrays.ArrayBenchModel;
import org.stridescope.ui.model.arrays.OpenedArrays;

/** What a script may use; while one runs or a file is read, how far that is, and the button that stops it. */
final class RunRow extends HBox {
    private final ArrayBenchModel model;
    private final OpenedArrays files;
    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Button stop = new Button("Stop");
    private long nanos;

    RunRow(ArrayBenchModel model, OpenedArrays files) {
        this.model = model;
        this.files = files;
        getStyleClass().addAll("write-row", "run-row");
        words.setId("run-words");
        words.getStyleClass().add("caption");
        words.setMinWidth(Region.USE_PREF_SIZE);
        bar.setId("run-progress");
        bar.setMinWidth(0);
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        stop.setId("stop-script");
        stop.getStyleClass().add("action");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(_ -> stop());
        getChildren().addAll(words, bar, stop);
        for (Region part : List.of(bar, stop)) {
            part.visibleProperty().bind(model.running().or(files.progress().isNotEmpty()));
            part.managedProperty().bind(part.visibleProperty());
        }
        model.running().subscribe(_ -> {
            nanos = 0;
            say();
        });
        files.progress().subscribe(_ -> say());
    }

    private void stop() {
        if (files.progress().get().isEmpty())
            model.stop();
        else
            files.cancel();
    }

    /** Wall time has passed. */
    void tick(long passed) {
        if (!model.running().get())
            return;
        nanos += passed;
        say();
    }

    private void say() {
        if (!files.progress().get().isEmpty()) {
            bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
            words.setText(files.progress().get());
            return;
        }
        if (!model.running().get()) {
            words.setText("A script may take " + model.limits() + ".");
            return;
        }
        double seconds = nanos / 1e9;
        bar.setProgress(Math.min(1, seconds / model.seconds()));
        words.setText(String.format(Locale.ROOT, "running, %.1f of %.0f s", seconds, model.seconds()));
    }
}
