package org.stridescope.ui.view;

import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import org.stridescope.ui.model.RaceModel;
import org.stridescope.ui.model.RaceModel.State;
import org.stridescope.ui.model.SettingsCheck;

/** What the title bar offers in the distance lab. */
record RaceActions(DistanceWorkbench lab, Appearance appearance) {
    List<Action> all() {
        RaceModel model = lab.model();
        ObservableValue<Ikon> projector = new SimpleObjectProperty<>(MaterialDesignP.PROJECTOR_SCREEN_OUTLINE);
        ObservableValue<String> run = model.state().map(state -> switch (state) {
            case RUNNING -> "Cancel";
            case CANCELLING -> "Cancelling\u2026";
            case EMPTY, SHOWN -> "Run race";
        });
        ObservableValue<Ikon> icon = model.state()
                .map(_ -> model.isBusy() ? (Ikon) MaterialDesignS.STOP : MaterialDesignP.PLAY);
        return List.of(
                new Action("projector", new SimpleStringProperty("Projector"), projector, false,
                        new SimpleBooleanProperty(),
                        () -> appearance.projector().set(!appearance.projector().get())),
                new Action("open-in-profile", new SimpleStringProperty("Timeline"),
                        new SimpleObjectProperty<>(MaterialDesignC.CHART_TIMELINE_VARIANT), false,
                        model.state().isNotEqualTo(State.SHOWN), lab::openInProfile),
                new Action("run", run, icon, true, lab.cannotRun(), lab::runOrCancel));
    }

    /** True while a race is being cancelled, and while the settings make no race. */
    static ObservableBooleanValue cannotRun(RaceModel model, SettingsCheck check) {
        return Bindings.createBooleanBinding(
                () -> model.state().get() == State.CANCELLING || !model.isBusy() && !check.ready().get(), model.state(),
                check.ready());
    }
}
