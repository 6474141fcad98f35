package org.stridescope.explain.predict;

/** Answers of one session: how many were given, and how many of them were right. */
public record Score(int asked, int right) {
    public static final Score NONE = new Score(0, 0);

    public Score plus(boolean correct) {
        return new Score(asked + 1, right + (correct ? 1 : 0));
    }

    /** {@code 3 of 4 right}. */
    public String text() {
        return asked == 0 ? "no answers yet" : right + " of " + asked + " right";
    }
}
