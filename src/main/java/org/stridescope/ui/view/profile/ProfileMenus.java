package org.stridescope.ui.view.profile;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

import org.stridescope.ui.model.Playhead;
import org.stridescope.ui.model.Speeds;
import org.stridescope.ui.model.profile.ProfileModel;
import org.stridescope.ui.model.timeline.TimelineModel;
import org.stridescope.ui.view.Workbench.WorkbenchMenus;

/** The menus of the profile workbench. */
final class ProfileMenus {
    private final ProfileWorkbench bench;
    private final ProfileModel model;
    private final ExportMenu export;

    ProfileMenus(ProfileWorkbench bench, ProfileModel model, ExportMenu export) {
        this.export = export;
        this.bench = bench;
        this.model = model;
    }

    WorkbenchMenus menus() {
        ObservableValue<Boolean> nothing = model.shown().isNull();
        List<MenuItem> file = new ArrayList<>(List.of(item("_Open recording\u2026", "Shortcut+O", bench::chooseFile),
                item("Open the _example recording", "", bench::openExample),
                item("_Record a Java program\u2026", "", bench::attach),
                off(item("_Save recording\u2026", "Shortcut+S", bench::saveRecording), nothing),
                new SeparatorMenuItem()));
        file.addAll(export.items());
        return new WorkbenchMenus(file, List.of(time(nothing), playback()));
    }

    private Menu time(ObservableValue<Boolean> nothing) {
        TimelineModel timeline = model.timeline();
        Menu menu = new Menu("_Time");
        menu.getItems().addAll(off(item("_All of the recording", "", timeline.window()::all), nothing),
                off(item("_Zoom to the brushed stretch", "", timeline::zoomToBrush), nothing),
                off(item("_Clear brush and threads", "", () -> {
                    timeline.clearBrush();
                    timeline.chosen().clear();
                }), nothing), new SeparatorMenuItem(),
                off(item("_Marker at the playhead", "",
                        () -> timeline.toggleMarker(timeline.playhead().time().get())), nothing),
                off(item("_Rename the marker at the playhead\u2026", "", bench::renameMarker), nothing));
        return menu;
    }

    private Menu playback() {
        Playhead playhead = model.timeline().playhead();
        ObservableValue<Boolean> idle = playhead.length().isEqualTo(0);
        Menu speeds = new Menu("Sp_eed");
        for (double speed : Speeds.ALL)
            speeds.getItems().add(off(item(Speeds.text(speed), "", () -> playhead.setSpeed(speed)), idle));
        Menu menu = new Menu("_Playback");
        menu.getItems().addAll(off(item("_Play or pause", "", playhead::toggle), idle),
                off(item("One event _back", "", playhead::stepBack), idle),
                off(item("One event _on", "", playhead::stepForward), idle),
                off(item("To the _start", "", playhead::toStart), idle),
                off(item("To the _end", "", playhead::toEnd), idle), speeds);
        return menu;
    }

    static MenuItem item(String text, String key, Runnable run) {
        MenuItem item = new MenuItem(text);
        if (!key.isEmpty())
            item.setAccelerator(KeyCombination.valueOf(key));
        item.setOnAction(_ -> run.run());
        return item;
    }

    static MenuItem off(MenuItem item, ObservableValue<Boolean> disabled) {
        item.disableProperty().bind(disabled);
        return item;
    }
}
