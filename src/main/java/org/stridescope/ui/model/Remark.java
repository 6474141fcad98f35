package org.stridescope.ui.model;

/**
 * What is to be seen in a picture, in plain words.
 *
 * @param text one or two sentences with the figure that proves them
 * @param proof where the figure comes from
 */
public record Remark(String text, String proof) {}
