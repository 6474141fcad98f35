package org.stridescope.script;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

import org.stridescope.array.DType;
import org.stridescope.array.NDArray;

/** One item's text, padded so that all shown items align: NumPy's formatters, at a precision of 8 digits. */
abstract class ItemText {
    abstract String of(long at);

    static ItemText of(NDArray array, List<Long> places) {
        return switch (array.dtype().kind()) {
            case BOOL -> array.ndim() == 0
                    ? padded(places, at -> array.longAt(at) != 0 ? "True" : "False")
                    : padded(places, at -> array.longAt(at) != 0 ? " True" : "False");
            case SIGNED,
                    UNSIGNED ->
                padded(places, at -> array.dtype() == DType.UINT64
                        ? Long.toUnsignedString(array.longAt(at))
                        : Long.toString(array.longAt(at)));
            case FLOAT ->
                new OfFloats(array.dtype(), places.stream().map(array::doubleAt).toList(), array::doubleAt, false);
            case COMPLEX -> ofComplex(array, places);
        };
    }

    private static ItemText padded(List<Long> places, java.util.function.LongFunction<String> text) {
        int width = places.stream().mapToInt(at -> text.apply(at).length()).max().orElse(0);
        return new ItemText() {
            @Override
            String of(long at) {
                String item = text.apply(at);
                return " ".repeat(Math.max(0, width - item.length())) + item;
            }
        };
    }

    private static ItemText ofComplex(NDArray array, List<Long> places) {
        DType part = array.dtype().part();
        NDArray parts = array.view(part, array.layout());
        OfFloats real = new OfFloats(part, places.stream().map(parts::doubleAt).toList(), parts::doubleAt,
                false);
        OfFloats imaginary = new OfFloats(part,
                places.stream().map(at -> parts.doubleAt(at + part.itemsize())).toList(),
                at -> parts.doubleAt(at + part.itemsize()), true);
        return new ItemText() {
            @Override
            String of(long at) {
                String second = imaginary.of(at);
                String digits = second.stripTrailing();
                return real.of(at) + digits + "j" + " ".repeat(second.length() - digits.length());
            }
        };
    }

    static BigDecimal shortestHalf(double value) {
        for (int digits = 1; digits <= 5; digits++) {
            BigDecimal rounded = new BigDecimal(value).round(new java.math.MathContext(digits));
            if (Float.float16ToFloat(Float.floatToFloat16(rounded.floatValue())) == (float) value)
                return rounded;
        }
        return new BigDecimal(value);
    }

    /** Floats: positional, or scientific for all where the range is wide. */
    private static final class OfFloats extends ItemText {
        private final DType dtype;
        private final java.util.function.LongToDoubleFunction values;
        private final boolean sign;
        private boolean scientific;
        private int left = 1;
        private int right;
        private int digits;

        OfFloats(DType dtype, List<Double> shown, java.util.function.LongToDoubleFunction values, boolean sign) {
            this.dtype = dtype;
            this.values = values;
            this.sign = sign;
            List<Double> finite = shown.stream().filter(v -> !v.isNaN() && !v.isInfinite()).toList();
            double most = finite.stream().mapToDouble(Math::abs).filter(v -> v != 0).max().orElse(0);
            double least = finite.stream().mapToDouble(Math::abs).filter(v -> v != 0).min().orElse(0);
            scientific = !PrintOptions.current().suppress()
                    && (most >= 1e8 || most > 0 && (least < 1e-4 || most / least > 1000));
            for (double value : finite)
                measure(value);
            boolean others = finite.size() < shown.size();
            if (others) {
                // nan and inf take the width of a number's whole part and what follows it
                boolean negative = shown.stream().anyMatch(v -> v.isInfinite() && v < 0);
                int width = shown.stream().anyMatch(v -> v.isInfinite()) && negative || sign ? 4 : 3;
                left = Math.max(left, width - right - 1);
                if (finite.isEmpty())
                    left = Math.max(left, width);
            }
            if (finite.isEmpty())
                right = -1;
        }

        private void measure(double value) {
            String text = scientific ? mantissa(value) : plain(value);
            int point = text.indexOf('.');
            left = Math.max(left, point + (sign && value >= 0 ? 1 : 0));
            right = Math.max(right, text.length() - point - 1);
            digits = right;
        }

        private String plain(double value) {
            BigDecimal shortest = value == 0 ? BigDecimal.ZERO : ArrayText.shortest(value, dtype);
            BigDecimal rounded = shortest
                    .setScale(Math.min(PrintOptions.current().precision(), Math.max(0, shortest.scale())),
                            RoundingMode.HALF_EVEN)
                    .stripTrailingZeros();
            String text = rounded.scale() <= 0 ? rounded.toPlainString() + "." : rounded.toPlainString();
            return minus(value) && !text.startsWith("-") ? "-" + text : text;
        }

        private static boolean minus(double value) {
            return Math.copySign(1, value) < 0;
        }

        private String mantissa(double value) {
            if (value == 0)
                return minus(value) ? "-0." : "0.";
            BigDecimal shortest = ArrayText.shortest(value, dtype);
            BigDecimal rounded = shortest.round(new java.math.MathContext(PrintOptions.current().precision() + 1))
                    .stripTrailingZeros();
            String text = rounded.unscaledValue().abs().toString();
            return (minus(value) ? "-" : "") + text.charAt(0) + "." + text.substring(1);
        }

        private static String exponent(double value, DType dtype) {
            int exponent = 0;
            if (value != 0) {
                BigDecimal rounded = ArrayText.shortest(value, dtype)
                        .round(new java.math.MathContext(PrintOptions.current().precision() + 1));
                exponent = rounded.precision() - rounded.scale() - 1;
            }
            return String.format(Locale.ROOT, "e%c%02d", exponent < 0 ? '-' : '+', Math.abs(exponent));
        }

        @Override
        String of(long at) {
            double value = values.applyAsDouble(at);
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                String text = Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
                if (sign && !text.startsWith("-"))
                    text = "+" + text;
                return pad(text, left + 1 + right + (scientific ? 4 : 0));
            }
            String text = scientific ? mantissa(value) : plain(value);
            if (sign && !text.startsWith("-"))
                text = "+" + text;
            int point = text.indexOf('.');
            String whole = pad(text.substring(0, point), left);
            String part = text.substring(point);
            if (scientific)
                return whole + part + "0".repeat(Math.max(0, digits + 1 - part.length())) + exponent(value, dtype);
            return whole + part + " ".repeat(Math.max(0, right + 1 - part.length()));
        }

        private static String pad(String text, int width) {
            return " ".repeat(Math.max(0, width - text.length())) + text;
        }
    }
}
