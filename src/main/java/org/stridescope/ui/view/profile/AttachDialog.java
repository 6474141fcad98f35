package org.stridescope.ui.view.profile;

import javafx.beans.value.ChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import org.stridescope.probe.flight.RunningJvm;
import org.stridescope.ui.model.profile.AttachModel;
import org.stridescope.ui.view.Appearance;

/** Lists the Java programs of this machine and records one of them. */
final class AttachDialog {
    private final AttachModel model;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ListView<RunningJvm> list = new ListView<>();
    private final ChangeListener<Boolean> ended = (_, was, now) -> {
        if (was && !now)
            closeWhenDone();
    };

    AttachDialog(AttachModel model, Appearance appearance, @Nullable Window owner) {
        this.model = model;
        dialog.setTitle("Record a Java program");
        dialog.initOwner(owner);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        dialog.getDialogPane().setContent(content(appearance));
        appearance.dress(dialog.getDialogPane());
        model.recording().addListener(ended);
        dialog.setOnHidden(_ -> {
            model.recording().removeListener(ended);
            model.stop();
        });
    }

    private VBox content(Appearance appearance) {
        list.setId("jvms");
        list.setPrefSize(560, 240);
        list.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable RunningJvm jvm, boolean empty) {
                super.updateItem(jvm, empty);
                setText(empty || jvm == null ? null : jvm.pid() + "   " + jvm.name());
            }
        });
        model.jvms().subscribe(now -> {
            list.getItems().setAll(now);
            list.getSelectionModel().select(model.chosen().get());
        });
        list.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> {
            if (now != null)
                model.chosen().set(now);
        });
        TextField seconds = new TextField();
        seconds.setId("attach-seconds");
        seconds.setPrefColumnCount(5);
        seconds.textProperty().bindBidirectional(model.seconds());
        seconds.disableProperty().bind(model.recording());
        Button start = Buttons.of("attach-start", "Record", MaterialDesignR.RECORD_CIRCLE_OUTLINE,
                "Let it record itself for so long", appearance.look(), model::start);
        start.getStyleClass().add("main");
        start.disableProperty().bind(model.recording().or(model.chosen().isNull()));
        Button stop = Buttons.of("attach-stop", "Stop", MaterialDesignS.STOP, "Stop now, and see what was recorded",
                appearance.look(), model::stop);
        stop.disableProperty().bind(model.recording().not());
        Button again = Buttons.of("attach-refresh", "", MaterialDesignR.REFRESH, "Look for programs again",
                appearance.look(), model::refresh);
        HBox row = new HBox(10, new Label("seconds"), seconds, start, stop, again);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.visibleProperty().bind(model.recording());
        Label message = new Label();
        message.setId("attach-message");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        message.textProperty().bind(model.message());
        return new VBox(12, new Label("Programs of yours that run on this machine and let themselves be recorded:"),
                list,
                row, progress, message);
    }

    private void closeWhenDone() {
        if (model.message().get().isEmpty())
            dialog.close();
    }

    void show() {
        model.refresh();
        dialog.show();
    }
}
