package org.stridescope.ui.view;

import java.util.Objects;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.javafx.FontIcon;

/** The name, the workbench's name, the menus, and the workbench's actions. */
final class TitleBar extends HBox {
    private final Label title = new Label();
    private final HBox actions = new HBox();
    private final Appearance appearance;

    TitleBar(MenuBar menus, Appearance appearance) {
        this.appearance = appearance;
        getStyleClass().add("title-bar");
        setMinWidth(0);
        ImageView logo = new ImageView(new Image(
                Objects.requireNonNull(TitleBar.class.getResourceAsStream("/icons/stridescope-64.png"), "icon")));
        logo.setPreserveRatio(true);
        logo.fitHeightProperty().bind(appearance.look().map(look -> 22 * look.scale()));
        Label product = fixed("Stridescope");
        product.getStyleClass().add("product");
        title.getStyleClass().add("workbench-title");
        title.setMinWidth(USE_PREF_SIZE);
        // the rail names the workbench too: on a small projector the buttons are worth more
        title.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> getWidth() > 930 * appearance.look().get().scale(), widthProperty(), appearance.look()));
        title.managedProperty().bind(title.visibleProperty());
        menus.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        actions.setSpacing(10);
        actions.setMinWidth(USE_PREF_SIZE);
        actions.setStyle("-fx-alignment: center-right;");
        getChildren().addAll(logo, product, title, menus, space, actions);
    }

    void show(Workbench workbench) {
        title.setText(workbench.title());
        actions.getChildren().setAll(workbench.actions().stream().map(this::button).toList());
    }

    private Button button(Action action) {
        Button button = new Button();
        button.setId(action.id());
        button.textProperty().bind(action.text());
        FontIcon icon = Icons.icon(action.icon().getValue(), 16, appearance.look());
        icon.iconCodeProperty().bind(action.icon());
        button.setGraphic(icon);
        button.disableProperty().bind(action.disabled());
        button.setOnAction(_ -> action.run().run());
        button.getStyleClass().add("action");
        if (action.main())
            button.getStyleClass().add("main");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static Label fixed(String text) {
        Label label = new Label(text);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
