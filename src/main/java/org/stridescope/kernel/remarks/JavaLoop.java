package org.stridescope.kernel.remarks;

/**
 * Loops as students write them, to be compiled by HotSpot with and without its vectorisation. Each runs over arrays that fit
 * into the first cache.
 */
public enum JavaLoop {
    /** {@code c[j] = Math.abs(a[j] - b[j])}: no iteration needs another's result. */
    ELEMENTWISE("c[j] = Math.abs(a[j] - b[j])", "no iteration waits for another") {
        @Override
        double run(double[] a, double[] b, double[] c) {
            for (int j = 0; j < c.length; j++)
                c[j] = Math.abs(a[j] - b[j]);
            return c[0];
        }
    },
    /** {@code sum += Math.abs(a[j] - b[j])}: additions in another order would round otherwise. */
    REDUCTION("sum += Math.abs(a[j] - b[j])", "the order of additions of doubles is fixed by the language") {
        @Override
        double run(double[] a, double[] b, double[] c) {
            double sum = 0;
            for (int j = 0; j < c.length; j++)
                sum += Math.abs(a[j] - b[j]);
            return sum;
        }
    },
    /** {@code c[j] = c[j - 1] + a[j]}: each iteration needs the one before. */
    RECURRENCE("c[j] = c[j - 1] + a[j]", "each iteration needs the result of the one before") {
        @Override
        double run(double[] a, double[] b, double[] c) {
            c[0] = a[0];
            for (int j = 1; j < c.length; j++)
                c[j] = c[j - 1] + a[j];
            return c[c.length - 1];
        }
    },
    /** {@code c[j] = a[2 * j]}: neighbours of the result do not come from neighbours. */
    STRIDED("c[j] = Math.abs(a[2 * j] - b[j])", "neighbouring results do not read neighbouring items") {
        @Override
        double run(double[] a, double[] b, double[] c) {
            for (int j = 0; j < c.length; j++)
                c[j] = Math.abs(a[2 * j] - b[j]);
            return c[0];
        }
    };

    private final String source;
    private final String expectation;

    JavaLoop(String source, String expectation) {
        this.source = source;
        this.expectation = expectation;
    }

    /** The statement of the loop over j. */
    public String source() {
        return source;
    }

    /** What decides whether it can be vectorised, in half a sentence. */
    public String expectation() {
        return expectation;
    }

    /** @param a twice as long as {@code c} */
    abstract double run(double[] a, double[] b, double[] c);
}
