package org.stridescope.ui.view;

import javafx.beans.value.ObservableValue;

import org.kordamp.ikonli.Ikon;

/**
 * Something to do, as a button of the title bar.
 *
 * @param main the filled one
 */
public record Action(String id, ObservableValue<String> text, ObservableValue<Ikon> icon, boolean main,
        ObservableValue<Boolean> disabled, Runnable run) {}
