package org.stridescope.ui.view.profile;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import org.stridescope.ui.control.Look;

/** Before anything is open: what this is for, and one click to see it. */
final class EmptyProfile extends VBox {
    private final HBox others = new HBox();

    EmptyProfile(ObservableValue<Look> look, Runnable example, Runnable open) {
        getStyleClass().add("empty");
        setId("empty-profile");
        Label invitation = new Label("Which thread, which line, which bytes?");
        invitation.getStyleClass().add("invitation");
        Label explained = new Label("A recording holds threads, memory, tasks and source lines on one clock.\n"
                + "Drag over a stretch of it, and every pane explains that stretch alone.");
        explained.getStyleClass().add("explained");
        Button run = Buttons.of("example", "Open the example recording", MaterialDesignP.PLAY,
                "A small race of four variants, recorded on two processors", look, example);
        run.getStyleClass().add("main");
        others.getStyleClass().add("transport-row");
        others.setMaxWidth(USE_PREF_SIZE);
        others.getChildren().add(Buttons.of("open-recording", "Open a recording\u2026",
                MaterialDesignF.FOLDER_OPEN_OUTLINE, "A file .ssrec, or a flight recording .jfr", look, open));
        getChildren().addAll(invitation, explained, run, others);
    }

    /** One more way to come by a recording. */
    void add(Button button) {
        others.getChildren().add(button);
    }
}
