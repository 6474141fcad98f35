package org.stridescope.ui.view;

import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

import org.stridescope.ui.model.Playhead;
import org.stridescope.ui.model.RaceModel;
import org.stridescope.ui.model.RaceModel.State;
import org.stridescope.ui.model.Speeds;

/** The menus of the distance lab. */
final class DistanceMenus {
    private final DistanceWorkbench lab;
    private final RaceModel model;

    DistanceMenus(DistanceWorkbench lab, RaceModel model) {
        this.lab = lab;
        this.model = model;
    }

    Workbench.WorkbenchMenus menus() {
        ObservableBooleanValue nothing = model.state().isNotEqualTo(State.SHOWN);
        ObservableBooleanValue noRows = Bindings.createBooleanBinding(() -> model.rows().get().isEmpty(), model.rows());
        List<MenuItem> file = List.of(
                WindowMenus.item("_Open recording or points\u2026", "Shortcut+O", lab::chooseFile),
                WindowMenus.item("_Save recording\u2026", "Shortcut+S", nothing, lab::saveRecording),
                new SeparatorMenuItem(),
                WindowMenus.item("_Export results as CSV\u2026", "Shortcut+E", noRows, lab::exportResults),
                WindowMenus.item("Export _picture as PNG\u2026", "Shortcut+Shift+E", nothing, lab::exportPicture));
        return new Workbench.WorkbenchMenus(file, List.of(run(), playback()));
    }

    private Menu run() {
        ObservableBooleanValue busy = Bindings.createBooleanBinding(model::isBusy, model.state());
        Menu menu = new Menu("_Run");
        menu.getItems().addAll(WindowMenus.item("_Run race", "F5", lab.cannotRun(), lab::runOrCancel),
                WindowMenus.item("_Cancel", "Shortcut+Period", model.state().isNotEqualTo(State.RUNNING),
                        model::cancel),
                WindowMenus.item("Run the _example", "", busy, lab::runExample));
        return menu;
    }

    private Menu playback() {
        Playhead playhead = model.playhead();
        ObservableBooleanValue idle = playhead.following().or(playhead.length().isEqualTo(0));
        Menu speeds = new Menu("Sp_eed");
        for (double speed : Speeds.ALL) {
            speeds.getItems().add(WindowMenus.item(Speeds.text(speed), "", idle, () -> playhead.setSpeed(speed)));
        }
        CheckMenuItem fit = new CheckMenuItem("Every column as long as its _own run");
        fit.selectedProperty().bindBidirectional(lab.ownSpans());
        CheckMenuItem results = new CheckMenuItem("Show the _results");
        results.setAccelerator(KeyCombination.valueOf("Shortcut+T"));
        results.selectedProperty().bindBidirectional(lab.resultsShown());
        Menu menu = new Menu("_Playback");
        menu.getItems().addAll(WindowMenus.item("_Play or pause", "", idle, playhead::toggle),
                WindowMenus.item("Step _back", "", idle, playhead::stepBack),
                WindowMenus.item("_Step", "", idle, playhead::stepForward),
                WindowMenus.item("To the s_tart", "", idle, playhead::toStart),
                WindowMenus.item("To the _end", "", idle, playhead::toEnd), speeds, new SeparatorMenuItem(), fit,
                results);
        return menu;
    }
}
