package org.stridescope.ui.view.arrays;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import org.stridescope.explain.predict.OperationQuestions;
import org.stridescope.explain.predict.Question;
import org.stridescope.ui.model.Playhead;
import org.stridescope.ui.model.arrays.BroadcastModel;
import org.stridescope.ui.model.arrays.EinsumModel;
import org.stridescope.ui.model.arrays.PredictModel;
import org.stridescope.ui.model.arrays.ScriptEngine;
import org.stridescope.ui.model.arrays.SessionScore;
import org.stridescope.ui.view.Action;
import org.stridescope.ui.view.Appearance;
import org.stridescope.ui.view.PlaybackKeys;
import org.stridescope.ui.view.WindowContext;
import org.stridescope.ui.view.Workbench;

/** The broadcast bench: shapes aligned, stretched and paired; einsum as loops. */
public final class BroadcastWorkbench implements Workbench {
    private final Appearance appearance;
    private final BroadcastModel model;
    private final EinsumModel einsum;
    private final PredictModel predict;
    private final OperationQuestions questions = new OperationQuestions(new Random());
    private final BroadcastSettings settings;
    private final BroadcastStage stage;
    private final EinsumStage loops;
    private final StackPane middle = new StackPane();
    private final BorderPane content = new BorderPane();
    private final ScrollPane side = new ScrollPane();
    private boolean stale = true;

    /** {@code script} gives the array bench's script, for operands that are expressions. */
    public BroadcastWorkbench(WindowContext context, Appearance appearance, ScriptEngine engine,
            Supplier<String> script,
            SessionScore score) {
        this.appearance = appearance;
        model = new BroadcastModel(engine, script, context.background(), Platform::runLater);
        einsum = new EinsumModel(engine, script, context.background(), Platform::runLater);
        predict = new PredictModel(score);
        stage = new BroadcastStage(model, appearance.look());
        loops = new EinsumStage(einsum, appearance.look());
        settings = new BroadcastSettings(model, einsum, this::arrange);
        content.setId("broadcast-bench");
        side.setContent(settings);
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.getStyleClass().add("bench-side");
        content.setLeft(side);
        content.setCenter(middle);
        listen();
        settings.start();
    }

    private void listen() {
        model.scene().addListener(_ -> redraw());
        einsum.scene().addListener(_ -> redraw());
        model.message().addListener(_ -> settings.showBill());
        einsum.message().addListener(_ -> settings.showBill());
        model.playhead().time().addListener(_ -> stale = true);
        einsum.playhead().time().addListener(_ -> stale = true);
        appearance.look().addListener(_ -> redraw());
        StackPane asking = new StackPane(new PredictPane(predict));
        asking.getStyleClass().add("metadata-side");
        predict.asked().addListener((_, _, now) -> {
            Question.Topic topic = now == null || now.isAnswered() ? null : now.question().topic();
            stage.hide(topic);
            loops.hide(topic);
            settings.hideBill(predict.hides(Question.Topic.BYTES, Question.Topic.SHAPE));
            content.setRight(now == null ? null : asking);
        });
    }

    private void arrange() {
        middle.getChildren().setAll(settings.isEinsum() ? loops : stage);
        redraw();
    }

    private void redraw() {
        if (settings.isEinsum())
            loops.show();
        else
            stage.show();
        settings.showBill();
    }

    private Playhead playhead() {
        return settings.isEinsum() ? einsum.playhead() : model.playhead();
    }

    @Override
    public void tick(long nanos) {
        playhead().tick(nanos);
        if (!stale)
            return;
        stale = false;
        if (settings.isEinsum())
            loops.tick();
        else
            stage.tick();
    }

    /** Asks about the operands on show, or ends the asking. */
    void predict() {
        if (predict.asked().get() != null) {
            predict.stop();
            return;
        }
        BroadcastModel.Scene pairs = model.scene().get();
        EinsumModel.Scene sums = einsum.scene().get();
        List<Question> asked = new ArrayList<>();
        if (settings.isEinsum() && sums != null)
            asked.addAll(questions.about(sums.frames()));
        if (!settings.isEinsum() && pairs != null)
            asked.addAll(questions.about(pairs.frames(), pairs.itemsize()));
        Collections.shuffle(asked);
        playhead().toStart();
        predict.ask(asked);
    }

    @Override
    public List<Action> actions() {
        return List.of(
                new Action("predict", predict.asked().map(_ -> "Stop predicting").orElse("Predict first"),
                        new SimpleObjectProperty<>(MaterialDesignH.HELP_CIRCLE_OUTLINE), false,
                        new SimpleBooleanProperty(),
                        this::predict),
                new Action("projector", new SimpleStringProperty("Projector"),
                        new SimpleObjectProperty<>(MaterialDesignP.PROJECTOR_SCREEN_OUTLINE), false,
                        new SimpleBooleanProperty(), () -> appearance.projector().set(!appearance.projector().get())),
                new Action("run", new SimpleStringProperty("Apply"), new SimpleObjectProperty<>(MaterialDesignP.PLAY),
                        true,
                        new SimpleBooleanProperty(), settings::apply));
    }

    @Override
    public List<String> facts() {
        return predict.score().get().asked() == 0
                ? List.of()
                : List.of("predicted: " + predict.score().get().text());
    }

    @Override
    public WorkbenchMenus menus() {
        return new WorkbenchMenus(List.of(), List.of());
    }

    @Override
    public void key(KeyEvent event) {
        if (!predict.hides() && !KeyTargets.wants(event))
            new PlaybackKeys(playhead()).handle(event);
    }

    @Override
    public boolean opens(Path file) {
        return false;
    }

    @Override
    public void open(Path file) {}

    @Override
    public void showSettings(boolean shown) {
        content.setLeft(shown ? side : null);
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public String unfinished() {
        return "";
    }

    @Override
    public void close() {}

    @Override
    public String id() {
        return "broadcast";
    }

    @Override
    public String shortName() {
        return "Broadcast";
    }

    @Override
    public String title() {
        return "Broadcast bench";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignA.ARROW_EXPAND_HORIZONTAL;
    }
}
