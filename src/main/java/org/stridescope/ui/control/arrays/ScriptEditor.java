package org.stridescope.ui.control.arrays;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

import org.stridescope.ui.control.Look;
import org.stridescope.ui.model.arrays.LineCost;
import org.stridescope.ui.model.arrays.ScriptFault;
import org.stridescope.ui.model.arrays.ScriptRun;

/**
 * An editor of NumPy-syntax scripts: line numbers with what each line cost beside them, names completed, what is wrong
 * underlined with its message below the text.
 */
public final class ScriptEditor extends VBox {
    private static final Duration PAUSE = Duration.ofMillis(250);
    /** Pixels for the longest cost, {@code copy 19.1 MiB}, at scale 1. */
    private static final double MARGIN = 102;

    private final CodeArea area = new CodeArea();
    private final Label fault = new Label();
    private final CompletionPopup completion;
    private final ObservableValue<Look> look;
    private final Map<Integer, LineCost> costs = new HashMap<>();
    private Function<String, Optional<ScriptFault>> check = _ -> Optional.empty();
    private Runnable onRun = () -> {};
    private Optional<ScriptFault> wrong = Optional.empty();
    private String ran = "";
    private IntConsumer onLine = _ -> {};
    private LineCost.Margin shownMargin = LineCost.Margin.MEMORY;
    private long longest = 1;

    public ScriptEditor(ObservableValue<Look> look, Function<String, List<String>> complete) {
        this.look = look;
        getStyleClass().add("script-editor");
        area.setId("script");
        area.getStyleClass().add("script");
        area.setWrapText(true);
        area.setParagraphGraphicFactory(this::margin);
        area.multiPlainChanges().successionEnds(PAUSE).subscribe(_ -> typed());
        area.plainTextChanges().subscribe(_ -> highlight());
        area.currentParagraphProperty().addListener((_, _, now) -> {
            if (area.getText().equals(ran))
                onLine.accept(now + 1);
        });
        completion = new CompletionPopup(area, complete);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        fault.getStyleClass().add("script-fault");
        fault.setId("script-fault");
        fault.setWrapText(true);
        fault.setMinHeight(Region.USE_PREF_SIZE);
        fault.setVisible(false);
        fault.managedProperty().bind(fault.visibleProperty());
        VirtualizedScrollPane<CodeArea> scroll = new VirtualizedScrollPane<>(area);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, fault);
        look.addListener(_ -> redrawMargins());
    }

    public String text() {
        return area.getText();
    }

    /** Replaces the script; it can be undone. */
    public void setText(String script) {
        area.replaceText(script);
        area.moveTo(0);
        area.requestFollowCaret();
        typed();
    }

    /** Checks the syntax at every pause in typing. */
    public void checkWith(Function<String, Optional<ScriptFault>> syntax) {
        check = syntax;
    }

    /** Called with the line, from 1, that the caret has come to, while the script is the one that ran. */
    public void onLine(IntConsumer consumer) {
        onLine = consumer;
    }

    /** Shows this cost beside each line. */
    public void showMargin(LineCost.Margin margin) {
        shownMargin = margin;
        redrawMargins();
    }

    /** Called for control and enter. */
    public void onRun(Runnable run) {
        onRun = run;
    }

    /** Shows what a run cost and what stopped it. */
    public void show(ScriptRun run) {
        ran = run.source();
        costs.clear();
        run.costs().forEach(cost -> costs.put(cost.line(), cost));
        longest = Math.max(1, run.costs().stream().mapToLong(LineCost::nanos).max().orElse(1));
        show(run.fault());
        redrawMargins();
    }

    private void typed() {
        // what a run said of this very text stays; the pause may end after the run
        if (area.getText().equals(ran))
            return;
        costs.clear();
        show(check.apply(area.getText()));
        redrawMargins();
    }

    private void show(Optional<ScriptFault> now) {
        wrong = now;
        fault.setVisible(now.isPresent());
        now.ifPresent(f -> fault.setText("line " + f.line() + ": " + f.text()));
        highlight();
    }

    private void highlight() {
        area.setStyleSpans(0, ScriptColours.of(area.getText(), wrong));
    }

    private void pressed(KeyEvent event) {
        if (completion.handles(event)) {
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            onRun.run();
            event.consume();
        } else if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
            completion.open();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && !event.isShiftDown()) {
            area.replaceSelection("    ");
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            area.replaceSelection("\n" + indent());
            area.requestFollowCaret();
            event.consume();
        }
    }

    /** The indentation of the caret's line, one level more behind a colon. */
    private String indent() {
        String line = area.getText(area.getCurrentParagraph());
        String before = line.substring(0, Math.min(line.length(), area.getCaretColumn()));
        String blanks = before.substring(0, before.length() - before.stripLeading().length());
        return before.stripTrailing().endsWith(":") ? blanks + "    " : blanks;
    }

    private void redrawMargins() {
        // a new factory makes the area build all margins again
        area.setParagraphGraphicFactory(null);
        area.setParagraphGraphicFactory(this::margin);
    }

    private Node margin(int paragraph) {
        Label number = new Label(Integer.toString(paragraph + 1));
        number.getStyleClass().add("line-number");
        Label cost = new Label();
        cost.getStyleClass().add("line-cost");
        LineCost of = costs.get(paragraph + 1);
        if (of != null) {
            cost.setText(of.margin(shownMargin));
            if (shownMargin == LineCost.Margin.MEMORY)
                cost.getStyleClass().add("made-" + of.made().name().toLowerCase(Locale.ROOT));
            if (shownMargin == LineCost.Margin.TIME && of.nanos() * 4 >= longest)
                cost.getStyleClass().add("costly");
            cost.setTooltip(new Tooltip(LineCostWords.of(of)));
        }
        double scale = look.getValue().scale();
        number.setMinWidth(20 * scale);
        number.setPrefWidth(20 * scale);
        cost.setMinWidth(MARGIN * scale);
        cost.setPrefWidth(MARGIN * scale);
        HBox margin = new HBox(number, cost);
        margin.getStyleClass().add("script-margin");
        margin.setAlignment(Pos.TOP_LEFT);
        return new StackPane(margin);
    }

    /** Puts the caret into the text. */
    public void focus() {
        area.requestFocus();
    }

    /** For tests and keys: whether typing goes here. */
    public boolean contains(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent())
            if (at == this)
                return true;
        return false;
    }
}
