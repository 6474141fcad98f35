package org.stridescope.lab;

/** An experiment that cannot be run as asked: one sentence that says what, where, and what would be right. */
public final class LabError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Field field;

    /** The setting that the sentence is about, so that it can be shown beside it. */
    public enum Field {
        METRIC, N, M, K, SEED, POINTS, VARIANTS, THREADS, MEMORY
    }

    public LabError(Field field, String message) {
        super(message);
        this.field = field;
    }

    public Field field() {
        return field;
    }
}
