package org.stridescope.script;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stridescope.script.Values.PyTuple;

/** {@code format(value, spec)}: Python's format specification, of f-strings, str.format and %. */
final class FormatSpec {
    private static final Pattern SPEC = Pattern
            .compile("(?:(.)?([<>=^]))?([-+ ])?(#)?(0)?(\\d+)?([,_])?(?:\\.(\\d+))?([a-zA-Z%])?");
    private static final Pattern PERCENT = Pattern.compile("%([-+ 0#]*)(\\d+)?(?:\\.(\\d+))?([sdifeEgGrxXoc%])");
    private static final int WIDEST = 100_000;

    private FormatSpec() {}

    static String format(Object value, String spec) {
        if (spec.isEmpty())
            return Repr.str(value);
        Matcher parts = SPEC.matcher(spec);
        if (!parts.matches())
            throw ScriptError.value("Invalid format specifier '" + spec + "'");
        if (number(parts.group(6)) > WIDEST || number(parts.group(8)) > WIDEST)
            throw ScriptError.value("Too many decimal digits in format string");
        Object plain = value instanceof Scalar scalar ? Numbers.python(scalar) : value;
        char type = parts.group(9) == null ? 0 : parts.group(9).charAt(0);
        boolean numeric = plain instanceof Long || plain instanceof Double || plain instanceof BigInteger
                || plain instanceof Boolean && type != 0 && type != 's';
        if (!numeric && !(plain instanceof String) && !(plain instanceof Boolean)
                && !(plain instanceof Values.Complex)) {
            throw ScriptError.type("unsupported format string passed to " + Types.name(value) + ".__format__");
        }
        String body = numeric ? number(plain, type, parts) : text(plain, type, parts);
        return aligned(body, parts, numeric);
    }

    private static int number(@org.jspecify.annotations.Nullable String digits) {
        if (digits == null)
            return -1;
        return digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private static String text(Object value, char type, Matcher parts) {
        if (type != 0 && type != 's')
            throw unknown(type, value);
        String text = Repr.str(value);
        int most = number(parts.group(8));
        return most >= 0 && most < text.length() ? text.substring(0, most) : text;
    }

    private static ScriptError unknown(char type, Object value) {
        return ScriptError.value("Unknown format code '" + type + "' for object of type '" + Types.name(value) + "'");
    }

    private static String number(Object value, char type, Matcher parts) {
        boolean whole = !(value instanceof Double);
        String digits;
        switch (type) {
            case 'd', 'n' -> {
                if (!whole)
                    throw unknown(type, value);
                digits = Repr.digits(Numbers.big(value));
            }
            case 'x', 'X', 'o', 'b' -> {
                if (!whole)
                    throw unknown(type, value);
                int radix = type == 'o' ? 8 : type == 'b' ? 2 : 16;
                digits = Numbers.big(value).toString(radix);
                if (type == 'X')
                    digits = digits.toUpperCase(Locale.ROOT);
                if (parts.group(4) != null)
                    digits = digits.startsWith("-") ? "-0" + type + digits.substring(1) : "0" + type + digits;
            }
            case 'c' -> digits = Character.toString((int) Numbers.index(value));
            case 'e', 'E', 'f', 'F', 'g', 'G', '%' -> digits = real(Numbers.real(value), type, number(parts.group(8)));
            case 0 -> {
                int precision = number(parts.group(8));
                digits = whole
                        ? Repr.digits(Numbers.big(value))
                        : precision < 0
                                ? Repr.real(Numbers.real(value))
                                : general(Numbers.real(value), precision, true);
            }
            default -> throw unknown(type, value);
        }
        if (parts.group(7) != null)
            digits = grouped(digits, parts.group(7));
        String sign = parts.group(3);
        return sign != null && !sign.equals("-") && !digits.startsWith("-") ? sign + digits : digits;
    }

    static String real(double value, char type, int precision) {
        if (Double.isNaN(value) || Double.isInfinite(value))
            return Repr.real(value) + (type == '%' ? "%" : "");
        int digits = precision < 0 ? 6 : precision;
        return switch (type) {
            case 'f', 'F' -> fixed(value, digits);
            case '%' -> fixed(value * 100, digits) + "%";
            case 'e' -> scientific(value, digits);
            case 'E' -> scientific(value, digits).toUpperCase(Locale.ROOT);
            case 'G' -> general(value, digits, false).toUpperCase(Locale.ROOT);
            default -> general(value, digits, false);
        };
    }

    private static String fixed(double value, int digits) {
        String text = new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
        return Math.copySign(1, value) < 0 && !text.startsWith("-") ? "-" + text : text;
    }

    private static String scientific(double value, int digits) {
        if (value == 0)
            return (Math.copySign(1, value) < 0 ? "-" : "") + "0" + (digits > 0 ? "." + "0".repeat(digits) : "")
                    + "e+00";
        BigDecimal rounded = new BigDecimal(value).round(new java.math.MathContext(digits + 1, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        StringBuilder text = new StringBuilder(rounded.unscaledValue().abs().toString());
        while (text.length() < digits + 1)
            text.append('0');
        text.setLength(digits + 1);
        if (digits > 0)
            text.insert(1, '.');
        return (value < 0 ? "-" : "") + text
                + String.format(Locale.ROOT, "e%c%02d", exponent < 0 ? '-' : '+', Math.abs(exponent));
    }

    /** %g: fixed or scientific by the size, trailing zeros dropped. */
    private static String general(double value, int precision, boolean keepPoint) {
        int digits = Math.max(1, precision);
        if (value == 0)
            return (Math.copySign(1, value) < 0 ? "-0" : "0") + (keepPoint ? ".0" : "");
        BigDecimal rounded = new BigDecimal(value).round(new java.math.MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < -4 || exponent >= digits) {
            String text = scientific(value, digits - 1);
            int e = text.indexOf('e');
            String mantissa = text.substring(0, e);
            if (mantissa.contains("."))
                mantissa = mantissa.replaceAll("0+$", "").replaceAll("\\.$", "");
            return mantissa + text.substring(e);
        }
        String text = rounded.stripTrailingZeros().toPlainString();
        return keepPoint && !text.contains(".") ? text + ".0" : text;
    }

    private static String grouped(String digits, String by) {
        int start = digits.startsWith("-") ? 1 : 0;
        int end = start;
        while (end < digits.length() && Character.isDigit(digits.charAt(end)))
            end++;
        StringBuilder text = new StringBuilder(digits);
        for (int i = end - 3; i > start; i -= 3)
            text.insert(i, by);
        return text.toString();
    }

    private static String aligned(String body, Matcher parts, boolean numeric) {
        int width = number(parts.group(6));
        if (width <= body.length())
            return body;
        int gap = width - body.length();
        boolean zero = parts.group(5) != null && parts.group(2) == null;
        String fill = parts.group(1) != null ? parts.group(1) : zero ? "0" : " ";
        String align = parts.group(2) != null ? parts.group(2) : zero ? "=" : numeric ? ">" : "<";
        return switch (align) {
            case "<" -> body + fill.repeat(gap);
            case "^" -> fill.repeat(gap / 2) + body + fill.repeat(gap - gap / 2);
            case "=" -> {
                int sign = !body.isEmpty() && "+- ".indexOf(body.charAt(0)) >= 0 ? 1 : 0;
                yield body.substring(0, sign) + fill.repeat(gap) + body.substring(sign);
            }
            default -> fill.repeat(gap) + body;
        };
    }

    /** {@code "%5.2f s" % value}. */
    static String percent(String format, Object values) {
        List<Object> items = values instanceof PyTuple tuple ? tuple.items() : List.of(values);
        Matcher matcher = PERCENT.matcher(format);
        StringBuilder text = new StringBuilder();
        int next = 0;
        int from = 0;
        while (matcher.find()) {
            text.append(format, from, matcher.start());
            from = matcher.end();
            char type = matcher.group(4).charAt(0);
            if (type == '%') {
                text.append('%');
                continue;
            }
            if (next >= items.size())
                throw ScriptError.type("not enough arguments for format string");
            Object item = items.get(next++);
            boolean words = type == 's' || type == 'r';
            if (!words && !Numbers.isNumber(item)) {
                throw ScriptError.type("%" + type + " format: a real number is required, not " + Types.name(item));
            }
            Object value = type == 'r'
                    ? Repr.repr(item)
                    : type == 's'
                            ? Repr.str(item)
                            : "dix".indexOf(type) >= 0 && Truth.plain(item) instanceof Double real
                                    ? Numbers.small(new BigDecimal(real).toBigInteger())
                                    : item;
            String flags = matcher.group(1);
            String align = flags.contains("-") ? "<" : words ? ">" : "";
            String spec = align + (flags.contains("+") ? "+" : "") + (flags.contains("0") && align.isEmpty() ? "0" : "")
                    + (matcher.group(2) == null ? "" : matcher.group(2))
                    + (matcher.group(3) == null ? "" : "." + matcher.group(3))
                    + (words ? "" : type == 'i' ? "d" : String.valueOf(type));
            text.append(spec.isEmpty() ? Repr.str(value) : format(value, spec));
        }
        if (next < items.size())
            throw ScriptError.type("not all arguments converted during string formatting");
        return text.append(format.substring(from)).toString();
    }
}
