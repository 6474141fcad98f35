package org.stridescope.ui.view;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import org.stridescope.ui.control.Look;

/** Before the first race: what this is, and one click to see it. */
final class EmptyRace extends VBox {
    EmptyRace(ObservableValue<Look> look, Runnable example, Runnable open) {
        getStyleClass().add("empty");
        Label invitation = new Label("One distance matrix, computed several ways");
        invitation.getStyleClass().add("invitation");
        Label explained = new Label(
                "Each variant fills the same matrix while its threads and its memory are recorded.\n"
                        + "Then all of them replay together, as slowly as you like.");
        explained.getStyleClass().add("explained");
        Button run = new Button("Run an example race", Icons.icon(MaterialDesignP.PLAY, 18, look));
        run.setId("example");
        run.getStyleClass().addAll("action", "main");
        run.setOnAction(_ -> example.run());
        Button reopen = new Button("Open a recording\u2026", Icons.icon(MaterialDesignF.FOLDER_OPEN_OUTLINE, 16, look));
        reopen.setId("open-recording");
        reopen.getStyleClass().add("action");
        reopen.setOnAction(_ -> open.run());
        getChildren().addAll(invitation, explained, run, reopen);
        setId("empty");
    }
}
