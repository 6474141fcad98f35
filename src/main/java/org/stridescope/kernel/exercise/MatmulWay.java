package org.stridescope.kernel.exercise;

/** The ways to multiply two matrices, from the blackboard to the library. */
public enum MatmulWay {
    PLAIN("plain", "three loops, the innermost along a row: each step jumps over a column of memory"), REORDERED(
            "reordered", "the innermost loop runs down columns, as they lie in memory, and is vectorised"), BLOCKED(
                    "blocked", "reordered, in blocks of 64 x 64 that stay in the caches"), INTRINSIC("intrinsic",
                            "Fortran's own matmul"), BLAS("blas",
                                    "a BLAS: packed panels, register blocks, every unit of the processor busy");

    private final String label;
    private final String sentence;

    MatmulWay(String label, String sentence) {
        this.label = label;
        this.sentence = sentence;
    }

    public String label() {
        return label;
    }

    /** What makes it as fast as it is. */
    public String sentence() {
        return sentence;
    }
}
