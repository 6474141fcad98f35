package org.stridescope.ui.control.arrays;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javafx.geometry.Bounds;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;

import org.fxmisc.richtext.CodeArea;

/** Names that may stand at the caret, below it; arrows choose, enter or tab takes one, escape closes. */
final class CompletionPopup {
    private static final Pattern WORD = Pattern.compile("\\w*$");
    private static final int ROWS = 8;
    private static final double ROW = 1.9;

    private final CodeArea area;
    private final Function<String, List<String>> complete;
    private final Popup popup = new Popup();
    private final ListView<String> names = new ListView<>();

    CompletionPopup(CodeArea area, Function<String, List<String>> complete) {
        this.area = area;
        this.complete = complete;
        names.getStyleClass().add("completion");
        names.setFocusTraversable(false);
        names.setOnMouseClicked(_ -> take());
        popup.getContent().add(names);
        popup.setAutoHide(true);
        area.plainTextChanges().subscribe(change -> {
            boolean dot = change.getInserted().equals(".");
            if (popup.isShowing() || dot)
                javafx.application.Platform.runLater(this::refresh);
        });
    }

    /** Shows what fits at the caret; nothing where nothing does. */
    void open() {
        refresh();
    }

    private void refresh() {
        String before = area.getText(0, area.getCaretPosition());
        List<String> found = complete.apply(before);
        if (found.isEmpty() || area.getScene() == null || !area.isFocused()) {
            popup.hide();
            return;
        }
        names.getItems().setAll(found);
        names.getSelectionModel().select(0);
        names.scrollTo(0);
        double em = javafx.scene.text.Font.getDefault().getSize();
        names.setPrefSize(em * 22, em * ROW * Math.min(ROWS, found.size()) + 8);
        Bounds caret = area.getCaretBounds().orElse(null);
        if (caret == null)
            return;
        names.getStylesheets().setAll(area.getScene().getStylesheets());
        popup.show(area, caret.getMinX(), caret.getMaxY() + 4);
    }

    /** Whether the popup was open and took the key. */
    boolean handles(KeyEvent event) {
        if (!popup.isShowing())
            return false;
        int at = names.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> choose(Math.min(names.getItems().size() - 1, at + 1));
            case UP -> choose(Math.max(0, at - 1));
            case ENTER, TAB -> take();
            case ESCAPE, LEFT, RIGHT, HOME, END -> {
                popup.hide();
                return event.getCode() == javafx.scene.input.KeyCode.ESCAPE;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void choose(int at) {
        names.getSelectionModel().select(at);
        names.scrollTo(Math.max(0, at - ROWS / 2));
    }

    private void take() {
        String name = names.getSelectionModel().getSelectedItem();
        popup.hide();
        if (name == null)
            return;
        Matcher word = WORD.matcher(area.getText(0, area.getCaretPosition()));
        int from = word.find() ? word.start() : area.getCaretPosition();
        area.replaceText(from, area.getCaretPosition(), name);
    }
}
