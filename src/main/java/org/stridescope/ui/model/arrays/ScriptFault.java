package org.stridescope.ui.model.arrays;

/**
 * What is wrong with a script, where.
 *
 * @param line from 1
 * @param column from 1
 * @param kind Python's class: ValueError
 * @param message its words
 */
public record ScriptFault(int line, int column, String kind, String message) {
    /** {@code ValueError: cannot reshape array of size 16 into shape (3,)}. */
    public String text() {
        return kind + ": " + message.strip();
    }
}
