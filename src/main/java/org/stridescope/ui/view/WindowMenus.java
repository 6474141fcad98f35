package org.stridescope.ui.view;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import org.stridescope.ui.view.Appearance.Theme;

/** The menu bar: the shell's entries around those of the shown workbench. */
final class WindowMenus {
    private final MenuBar bar = new MenuBar();
    private final Appearance appearance;
    private final StridescopeWindow window;

    WindowMenus(StridescopeWindow window, Appearance appearance) {
        this.window = window;
        this.appearance = appearance;
        bar.setUseSystemMenuBar(true);
    }

    MenuBar bar() {
        return bar;
    }

    void show(Workbench workbench) {
        Workbench.WorkbenchMenus parts = workbench.menus();
        Menu file = new Menu("_File");
        file.getItems().addAll(parts.file());
        file.getItems().addAll(new SeparatorMenuItem(), item("_Quit", "Shortcut+Q", window::close));
        List<Menu> menus = new ArrayList<>(List.of(file));
        menus.addAll(parts.own());
        menus.add(view());
        menus.add(help());
        bar.getMenus().setAll(menus);
    }

    private Menu view() {
        ToggleGroup themes = new ToggleGroup();
        CheckMenuItem projector = new CheckMenuItem("_Projector mode");
        projector.setAccelerator(KeyCombination.valueOf("Shortcut+P"));
        projector.selectedProperty().bindBidirectional(appearance.projector());
        CheckMenuItem settings = new CheckMenuItem("_Settings pane");
        settings.setAccelerator(KeyCombination.valueOf("Shortcut+B"));
        settings.selectedProperty().bindBidirectional(window.settingsShown());
        MenuItem full = item("_Full screen", "F11", () -> {
            Stage stage = window.stage();
            if (stage != null)
                stage.setFullScreen(!stage.isFullScreen());
        });
        Menu view = new Menu("_View");
        view.getItems().addAll(theme("_Dark theme", Theme.DARK, themes), theme("_Light theme", Theme.LIGHT, themes),
                theme("Theme of the s_ystem", Theme.SYSTEM, themes), new SeparatorMenuItem(), projector, settings,
                full);
        return view;
    }

    private RadioMenuItem theme(String text, Theme theme, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setToggleGroup(group);
        item.setSelected(appearance.theme().get() == theme);
        item.setOnAction(_ -> appearance.theme().set(theme));
        appearance.theme().addListener((_, _, now) -> {
            if (now == theme)
                item.setSelected(true);
        });
        return item;
    }

    private Menu help() {
        Menu help = new Menu("_Help");
        help.getItems().addAll(item("_Keys", "F1", window::showKeys),
                item("_About Stridescope", "", window::showAbout));
        return help;
    }

    static MenuItem item(String text, String key, Runnable run) {
        MenuItem item = new MenuItem(text);
        if (!key.isEmpty())
            item.setAccelerator(KeyCombination.valueOf(key));
        item.setOnAction(_ -> run.run());
        return item;
    }

    static MenuItem item(String text, String key, @Nullable ObservableValue<Boolean> disabled, Runnable run) {
        MenuItem item = item(text, key, run);
        if (disabled != null)
            item.disableProperty().bind(disabled);
        return item;
    }
}
