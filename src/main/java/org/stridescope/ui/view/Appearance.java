package org.stridescope.ui.view;

import java.util.List;
import java.util.Objects;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.text.Font;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import org.stridescope.ui.control.Look;
import org.stridescope.ui.control.Palette;
import org.stridescope.ui.model.SettingsStore;

/** Theme and size of everything, remembered between sessions; the theme follows the system until one is chosen. */
public final class Appearance {
    /** The user's choice. */
    public enum Theme {
        SYSTEM, LIGHT, DARK
    }

    private static final double TEXT = 14;
    private static final double PROJECTOR = 1.45;
    private static final List<String> FONTS = List.of("InterTabular-Regular.otf", "InterTabular-SemiBold.otf",
            "JetBrainsMono-Regular.ttf");

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
    private final BooleanProperty projector = new SimpleBooleanProperty();
    private final Palette dark = Palette.load(true);
    private final Palette light = Palette.load(false);
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(new Look(dark, 1));
    private final SettingsStore settings;

    public Appearance(SettingsStore settings) {
        this.settings = settings;
        loadFonts();
        settings.get("theme").ifPresent(name -> {
            for (Theme known : Theme.values())
                if (known.name().equals(name))
                    theme.set(known);
        });
        theme.addListener(_ -> {
            settings.put("theme", theme.get().name());
            update();
        });
        projector.addListener(_ -> update());
        Platform.getPreferences().colorSchemeProperty().addListener(_ -> update());
        update();
    }

    /** Loads the bundled fonts; a file that is missing is a broken build. */
    static void loadFonts() {
        for (String name : FONTS) {
            Font font = Font.loadFont(
                    Objects.requireNonNull(Appearance.class.getResourceAsStream("/fonts/" + name), name), TEXT);
            if (font == null)
                throw new IllegalStateException("the font " + name + " cannot be loaded");
        }
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    /** Larger text and lines for the last row of a lecture hall. */
    public BooleanProperty projector() {
        return projector;
    }

    public ReadOnlyObjectProperty<Look> look() {
        return look.getReadOnlyProperty();
    }

    /** Makes a scene follow the theme and the size. */
    public void dress(Scene scene) {
        dressNow(scene);
        look.addListener(_ -> dressNow(scene));
    }

    /** A dialog as the window looks now. */
    public void dress(DialogPane pane) {
        pane.getStylesheets().setAll(sheets());
        pane.setStyle(fontSize());
        pane.getScene().setUserAgentStylesheet(base());
    }

    /** For content that has no scene of the window: the stylesheets of the theme. */
    List<String> sheets() {
        return List.of(sheet("bridge"), sheet(isDark() ? "dark" : "light"), sheet("stridescope"), sheet("arrays"),
                sheet("ladder"), sheet("profile"));
    }

    private void dressNow(Scene scene) {
        scene.setUserAgentStylesheet(base());
        scene.getStylesheets().setAll(sheets());
        Parent root = scene.getRoot();
        root.setStyle(fontSize());
    }

    private String base() {
        return (isDark() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
    }

    private boolean isDark() {
        return look.get().palette().isDark();
    }

    private String fontSize() {
        return "-fx-font-size: " + TEXT * look.get().scale() + "px;";
    }

    private void update() {
        boolean wantsDark = theme.get() == Theme.DARK
                || theme.get() == Theme.SYSTEM && Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        look.set(new Look(wantsDark ? dark : light, projector.get() ? PROJECTOR : 1));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Appearance.class.getResource("/styles/" + name + ".css"), name).toExternalForm();
    }
}
