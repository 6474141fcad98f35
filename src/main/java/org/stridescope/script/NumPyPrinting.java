package org.stridescope.script;

import org.jspecify.annotations.Nullable;

import org.stridescope.script.Values.Custom;
import org.stridescope.script.Values.Singleton;

/** How arrays are printed, and as text. */
final class NumPyPrinting {
    private static final String OPTIONS = "precision=, threshold=, edgeitems=, linewidth=, suppress=, nanstr=, infstr=,"
            + " formatter=, sign=, floatmode=, *, legacy=)";

    private NumPyPrinting() {}

    static void into(Names names) {
        names.function("set_printoptions(" + OPTIONS, call -> {
            PrintOptions.set(PrintOptions.current().with(supported(call)));
            return Singleton.NONE;
        });
        names.function("get_printoptions()", call -> PrintOptions.current().asDict());
        names.function("printoptions(" + OPTIONS, call -> new Within(PrintOptions.current().with(supported(call))));
        names.function(
                "array2string(a, max_line_width=, precision=, suppress_small=, separator=, prefix=, *, threshold=,"
                        + " edgeitems=, formatter=, sign=, floatmode=, suffix=)",
                call -> {
                    PrintOptions before = PrintOptions.current();
                    PrintOptions.set(before.with(supported(call)));
                    try {
                        return ArrayText.separated(call.array("a"), call.text("separator", " "));
                    } finally {
                        PrintOptions.set(before);
                    }
                });
        names.function("array_repr(arr)", call -> ArrayText.repr(call.array("arr")));
        names.function("array_str(a)", call -> ArrayText.str(call.array("a")));
        names.function("format_float_positional(x, precision=)", call -> {
            String text = Repr.str(call.get("x"));
            if (text.contains("e"))
                text = new java.math.BigDecimal(text).toPlainString();
            if (call.has("precision")) {
                text = new java.math.BigDecimal(text).setScale((int) call.whole("precision"),
                        java.math.RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
            }
            return text.endsWith(".0") ? text.substring(0, text.length() - 1) : text.contains(".") ? text : text + ".";
        });
    }

    private static Call supported(Call call) {
        for (String name : new String[]{"formatter", "sign", "floatmode"})
            if (call.has(name))
                throw ScriptError.value(name + "= is not supported in printing");
        return call;
    }

    /** {@code with np.printoptions(...)}. */
    private record Within(PrintOptions options) implements Custom {
        @Override
        public String typeName() {
            return "printoptions";
        }

        @Override
        public java.util.Collection<Object> holds() {
            return java.util.List.of();
        }

        @Override
        public @Nullable Object attribute(String name) {
            PrintOptions before = PrintOptions.current();
            return switch (name) {
                case "__enter__" -> Attributes.bound("__enter__()", call -> {
                    PrintOptions.set(options);
                    return Singleton.NONE;
                });
                case "__exit__" -> Attributes.bound("__exit__(*args)", call -> {
                    PrintOptions.set(before == options ? PrintOptions.USUAL : before);
                    return Singleton.NONE;
                });
                default -> null;
            };
        }
    }
}
