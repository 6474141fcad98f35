package org.stridescope.script;

/**
 * How arrays are written: what {@code np.set_printoptions} sets. They hold for the rest of the run, which has a thread of
 * its own.
 */
record PrintOptions(int precision, long threshold, int edge, int width, boolean suppress) {
    static final PrintOptions USUAL = new PrintOptions(8, 1000, 3, 75, false);
    private static final ThreadLocal<PrintOptions> CURRENT = ThreadLocal.withInitial(() -> USUAL);

    static PrintOptions current() {
        return CURRENT.get();
    }

    static void set(PrintOptions options) {
        CURRENT.set(options);
    }

    /** These, but for what the call gives. */
    PrintOptions with(Call call) {
        return new PrintOptions((int) call.whole("precision", precision), threshold(call), (int) call.whole("edgeitems",
                edge), (int) call.whole("linewidth", call.whole("max_line_width", width)), call.truth("suppress",
                        call
                                .truth("suppress_small", suppress)));
    }

    private long threshold(Call call) {
        if (!call.has("threshold"))
            return threshold;
        double given = Numbers.real(call.get("threshold"));
        if (Double.isNaN(given))
            throw ScriptError.value("threshold must be non-NAN, try sys.maxsize for untruncated representation");
        return (long) given;
    }

    Object asDict() {
        Values.PyDict dict = new Values.PyDict();
        dict.entries.put("edgeitems", (long) edge);
        dict.entries.put("threshold", threshold);
        dict.entries.put("precision", (long) precision);
        dict.entries.put("linewidth", (long) width);
        dict.entries.put("suppress", suppress);
        return dict;
    }
}
