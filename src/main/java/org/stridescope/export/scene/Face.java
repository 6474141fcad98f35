package org.stridescope.export.scene;

/** What letters look like. */
public enum Face {
    WORDS, STRONG,
    /** Code, shapes, bytes and addresses. */
    MONO
}
