package org.stridescope.ui.control.source;

import java.util.Map;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;

/** Source text to read: coloured, its lines numbered, a mark beside the lines that something is said of. */
public final class SourceView extends StackPane {
    private final CodeArea area = new CodeArea();
    private Map<Integer, Mark> marks = Map.of();

    /**
     * Something about a line.
     *
     * @param style of the mark in the stylesheet: mark-good, mark-bad, mark-note
     */
    public record Mark(String sign, String style) {}

    public SourceView() {
        area.setEditable(false);
        area.getStyleClass().addAll("script", "source");
        area.setParagraphGraphicFactory(this::margin);
        getChildren().add(new VirtualizedScrollPane<>(area));
        getStyleClass().add("source-view");
        setMinHeight(100);
        setPrefHeight(200);
    }

    /**
     * Shows a text.
     *
     * @param file its name, whose ending tells the language
     * @param marked line numbers from 1
     */
    public void show(String text, String file, Map<Integer, Mark> marked) {
        marks = Map.copyOf(marked);
        area.replaceText(text);
        if (!text.isEmpty())
            area.setStyleSpans(0, SourceColours.of(text, file));
        area.setParagraphGraphicFactory(this::margin);
        goTo(1);
    }

    /** Puts a line, counted from 1, at the top. */
    public void goTo(int line) {
        int paragraph = Math.clamp(line - 1, 0, Math.max(0, area.getParagraphs().size() - 1));
        area.moveTo(paragraph, 0);
        area.showParagraphAtTop(paragraph);
    }

    /** The line, counted from 1, that the caret is in. */
    public int line() {
        return area.getCurrentParagraph() + 1;
    }

    /** Tells whenever the caret goes to another line, counted from 1. */
    public void onLine(java.util.function.IntConsumer told) {
        area.currentParagraphProperty().addListener((_, _, now) -> told.accept(now + 1));
    }

    private Node margin(int paragraph) {
        Label number = new Label(Integer.toString(paragraph + 1));
        number.getStyleClass().add("source-number");
        Mark mark = marks.get(paragraph + 1);
        Label sign = new Label(mark == null ? "" : mark.sign());
        sign.getStyleClass().add("source-mark");
        if (mark != null)
            sign.getStyleClass().add(mark.style());
        HBox margin = new HBox(number, sign);
        margin.setAlignment(Pos.CENTER_LEFT);
        return margin;
    }
}
